// The package for npm, as `npm pack` makes it, unpacked where nothing of the repository is near.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

const slip = JSON.stringify({ StartAt: 'Train', States: { Train: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob', Parameters: { TrainingJobName: 'churn', Reson: 'slow' }, End: true } } });

suite('the package for npm', () => {
  let folder: string;
  suiteSetup(function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'stepwise-npm-'));
    // What is in dist was built before the tests.
    const npm = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    const [{ filename }] = JSON.parse(npm.stdout) as [{ filename: string }];
    assert.equal(spawnSync('tar', ['-xf', filename], { cwd: folder }).status, 0);
  });
  suiteTeardown(() => {
    rmSync(folder, { recursive: true });
  });

  function check(...options: string[]): { status: number | null; stdout: string; stderr: string } {
    writeFileSync(join(folder, 'a.asl.json'), slip);
    return spawnSync(process.execPath, [join(folder, 'package/dist/cli.js'), 'check', ...options, 'a.asl.json'], { cwd: folder, encoding: 'utf8', env: { ...process.env, GITHUB_WORKSPACE: undefined } });
  }

  test('knows the services', () => {
    const { status, stdout, stderr } = check();
    assert.match(stdout, /a\.asl\.json:1:\d+ warning unknown-argument\n.*has no "Reson"/);
    assert.deepEqual([status, stderr], [0, '']);
  });

  test('has what the server for other editors needs too', () => {
    assert.deepEqual(['dist/server.js', 'docs/rules.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt'].filter((path) => !existsSync(join(folder, 'package', path))), []);
  });

  test('says so where a service\'s file is damaged, and checks the rest', () => {
    truncateSync(join(folder, 'package/server/data/services/sagemaker.jsonl'), 1000);
    const { status, stdout, stderr } = check();
    assert.equal(status, 2);
    assert.doesNotMatch(stdout, /unknown-argument/);
    assert.match(stderr, /The model of the service "sagemaker" can't be used \(.+\), so what tasks hand to it is not checked/);
  });
});
