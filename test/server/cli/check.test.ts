// The built command as a process, in a folder of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from 'sarif';
import { rules } from '../../../server/src/rules';

const cli = join(import.meta.dirname, '../../../dist/cli.js');

const good = '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }\n';
const broken = `{
  "StartAt": "Train",
  "States": {
    "Train": { "Type": "Pass", "Next": "Save modle" },
    "Save model": { "Type": "Succeed", "Nxt": "x" }
  }
}
`;
const unreachable = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" } } }\n';

suite('stepwise check', () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwise-cli-'));
  });
  teardown(() => {
    rmSync(folder, { recursive: true });
  });

  function put(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  function run(args: string[], { input = '', env = {}, cwd = folder } = {}): { status: number | null; stdout: string; stderr: string } {
    const plain = { ...process.env, NO_COLOR: '', FORCE_COLOR: '', GITHUB_WORKSPACE: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, input, env: { ...plain, ...env }, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  /** Each problem as `file:line:column code`, by the JSON report. */
  function found(args: string[], options = {}): string[] {
    const { stdout } = run(['check', '--format', 'json', ...args], options);
    const { files } = JSON.parse(stdout) as { files: { path: string; problems: { code: string; severity: string; start: { line: number; column: number } }[] }[] };
    return files.flatMap(({ path, problems }) => problems.map(({ code, severity, start }) => `${path}:${start.line}:${start.column} ${severity} ${code}`));
  }

  test('nothing wrong is exit code 0', () => {
    put('a.asl.json', good);
    assert.deepEqual(run(['check', 'a.asl.json']), { status: 0, stdout: 'Nothing wrong in 1 file\n', stderr: '' });
  });

  test('shows each problem in its line, without colors where nobody looks', () => {
    put('a.asl.json', broken);
    const { status, stdout, stderr } = run(['check', 'a.asl.json']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `a.asl.json:4:40 error unknown-state
  There is no state "Save modle" in this state machine. Did you mean "Save model"?

  4 │     "Train": { "Type": "Pass", "Next": "Save modle" },
    │                                        ^^^^^^^^^^^^

a.asl.json:5:40 error unknown-field
  "Nxt" is not a field of a Succeed state.

  5 │     "Save model": { "Type": "Succeed", "Nxt": "x" }
    │                                        ^^^^^

2 errors in 1 file
`,
    );
  });

  test('carets stand under what they mean behind tabs, wide letters and accents; what would steer the terminal is made visible', () => {
    put('a.asl.json', '{ "StartAt": "A", "States": {\n\t"A\u0301訓練🚂": { "Type": "Pass", "Next": "\u009b" },\n"A": { "Type": "Succeed" } } }\n');
    const { stdout } = run(['check', 'a.asl.json']);
    const [, , , source = '', carets = ''] = stdout.split('\n');
    assert.equal(source.includes('\u009b'), false);
    // The accent takes no column, and each of the three signs takes two.
    const before = '  "A訓練🚂": { "Type": "Pass", "Next": '.length + 2;
    assert.equal(carets.slice('    │ '.length), `${' '.repeat(before)}^^^`);
  });

  test('a long line is cut around what is marked', () => {
    const names = Array.from({ length: 500 }, (_, index) => `S${index}`);
    const states = names.map((name, index) => [name, index === 499 ? { Type: 'Succeed' } : { Type: 'Pass', Next: index === 250 ? 'Nowhere' : names[index + 1] }]);
    // The state behind the cut is not reported as well: one slip, one problem.
    put('a.asl.json', JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) }));
    const lines = run(['check', 'a.asl.json']).stdout.split('\n');
    const carets = lines.findIndex((line) => line.includes('^'));
    assert.ok(lines[carets - 1]?.includes('"Nowhere"'));
    assert.ok(lines.every((line) => line.length < 150), 'no line is long');
    const start = lines[carets]?.indexOf('^') ?? 0;
    assert.equal(lines[carets - 1]?.slice(start, start + 9), '"Nowhere"');
  });

  test('colors only where they are wanted', () => {
    put('a.asl.json', broken);
    const isColored = (env: object): boolean => run(['check', 'a.asl.json'], { env }).stdout.includes('\u001b[');
    assert.deepEqual([isColored({}), isColored({ FORCE_COLOR: '1' }), isColored({ FORCE_COLOR: '1', NO_COLOR: '1' })], [false, true, false]);
  });

  test('files, folders and globs; each file once; node_modules left out', () => {
    put('one/a.asl.json', broken);
    put('one/deep/b.asl.yaml', 'StartAt: A\nStates:\n  A:\n    Type: Pas\n');
    put('one/c.json', broken);
    put('one/node_modules/x/d.asl.json', broken);
    put('[odd] name.asl', unreachable);
    const a = ['one/a.asl.json:4:40 error unknown-state', 'one/a.asl.json:5:40 error unknown-field'];
    const b = ['one/deep/b.asl.yaml:4:11 error unknown-state-type'];
    const c = ['one/c.json:4:40 error unknown-state', 'one/c.json:5:40 error unknown-field'];
    const odd = ['[odd] name.asl:1:59 error unreachable-state'];
    assert.deepEqual(found(['.']), [...odd, ...a, ...b]);
    assert.deepEqual(found(['one', 'one/a.asl.json', './one/*.json']), [...a, ...b, ...c]);
    assert.deepEqual(found(['one/**/*.{json,yaml}']), [...a, ...c, ...b]);
    assert.deepEqual(found(['[odd] name.asl']), odd);
    assert.deepEqual(found(['.', '--ignore', './one/deep/', '--ignore', '*name.asl']), a);
  });

  test('a folder stands for its templates too; what tools have made is left out', () => {
    const template = (type: string): string => `Resources:\n  Machine:\n    Type: ${type}\n    Properties:\n      Definition: {StartAt: A, States: {A: {Type: Pas}}}\n`;
    const machine = template('AWS::Serverless::StateMachine');
    put('sam/template.yaml', machine);
    put('sam/.aws-sam/build/template.yaml', machine);
    put('cfn/stacks/ml.yml', machine);
    put('cfn/stacks/other.yml', template('AWS::S3::Bucket'));
    put('cfn/old.template', machine);
    put('cfn/old.json', '{ "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "{\\"StartAt\\": 1}" } } } }');
    put('cdk.out/stack.template.json', '{ "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "{" } } } }');
    assert.deepEqual(
      found(['.']).map((line) => line.replace(/:\d.* /, ' ')),
      ['cfn/old.json missing-field', 'cfn/old.json wrong-value', 'cfn/old.template unknown-state-type', 'cfn/stacks/ml.yml unknown-state-type', 'sam/template.yaml unknown-state-type'],
    );
    assert.deepEqual(found(['cdk.out/stack.template.json']).length > 0, true);
  });

  test('what is around the definitions of a template in a folder is left to others', () => {
    put('template.yaml', 'A: {\nResources:\n  M:\n    Type: AWS::Serverless::StateMachine\n');
    assert.deepEqual(run(['check', '.']).stdout, 'Nothing wrong in 1 file\n');
  });

  test('a file with nothing in it, or nothing that could be a definition, is an error', () => {
    put('empty.asl.json', ' \n');
    put('empty.asl.yaml', '# later\n');
    put('hello.asl.yaml', 'hello\n');
    assert.deepEqual(found(['.']), ['empty.asl.json:1:1 error invalid-definition', 'empty.asl.yaml:1:1 error invalid-definition', 'hello.asl.yaml:1:1 error invalid-definition']);
    assert.equal(run(['check', 'empty.asl.json']).status, 1);
    assert.deepEqual(found(['-'], { input: '' }), ['<stdin>:1:1 error invalid-definition']);
  });

  test('standard input, by the name that it is given', () => {
    assert.deepEqual(found(['-'], { input: unreachable }), ['<stdin>:1:59 error unreachable-state']);
    assert.deepEqual(found(['-'], { input: 'StartAt: A\nStates: {}\n' }).length > 0, true);
    assert.deepEqual(found(['-', '--stdin-filename', 'x/y.asl.yml'], { input: 'StartAt: A\nStates:\n  A:\n    Type: Pas\n' }), ['x/y.asl.yml:4:11 error unknown-state-type']);
  });

  test('what can\'t be read is told with what to do, the rest is checked, and the exit code is 2', () => {
    put('a.asl.json', broken);
    put('utf16.asl.json', Buffer.from(`\uFEFF${good}`, 'utf16le'));
    put('latin1.asl.json', Buffer.from('{\n  "Comment": "prêt" }', 'latin1'));
    put('binary.asl.json', Buffer.from([0x7b, 0, 0, 1]));
    put('bom.asl.json', `\uFEFF${broken}`);
    put('empty/readme.md', '');
    const { status, stdout, stderr } = run(['check', 'a.asl.json', 'utf16.asl.json', 'latin1.asl.json', 'binary.asl.json', 'bom.asl.json', 'nowhere.asl.json', 'x/*.asl', 'empty']);
    assert.equal(status, 2);
    assert.match(stdout, /a\.asl\.json:4:40 error unknown-state\n[^]*bom\.asl\.json:4:40 error unknown-state\n[^]*4 errors in 2 files/);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'stepwise: nowhere.asl.json does not exist.',
      'stepwise: x/*.asl matches no file.',
      'stepwise: empty has no state machine in it: no .asl, .asl.json, .asl.yaml or .asl.yml file, and no template with one.',
      'stepwise: utf16.asl.json is UTF-16. Definitions have to be UTF-8: save it with that encoding.',
      'stepwise: latin1.asl.json is not UTF-8 (line 2, column 17), perhaps Latin-1. Save it as UTF-8.',
      'stepwise: binary.asl.json is not text: it has zero bytes.',
    ]);
  });

  test('where nothing could be read, nothing is said of what is right', () => {
    assert.deepEqual(run(['check', 'nope.json']), { status: 2, stdout: '', stderr: 'stepwise: nope.json does not exist.\n' });
    assert.deepEqual(run(['check', '--format', 'github', 'nope.json']).stdout, '');
    put('a.asl.json', good);
    assert.deepEqual(run(['check', '.', '--ignore', '*.json']), { status: 2, stdout: '', stderr: 'stepwise: There is nothing left to check: every file is ignored.\n' });
  });

  test('a file far too large to be a definition is not read', () => {
    put('huge.asl.json', Buffer.alloc(33 * 1024 * 1024, ' '));
    const { status, stderr } = run(['check', 'huge.asl.json']);
    assert.deepEqual([status, stderr], [2, 'stepwise: huge.asl.json is 33 MB. A definition has at most 1 MB, so this is something else.\n']);
  });

  test('--quiet shows errors only, and --max-warnings counts warnings all the same', () => {
    put('a.asl.json', unreachable);
    const weak = ['check', 'a.asl.json', '--rule', 'unreachable-state=warning'];
    assert.equal(run(weak).status, 0);
    assert.match(run(weak).stdout, /1 warning in 1 file\n$/);
    const { status, stdout, stderr } = run([...weak, '--max-warnings', '0', '--quiet']);
    assert.deepEqual([status, stdout, stderr], [1, 'Nothing wrong in 1 file\n', 'stepwise: 1 warnings, and at most 0 are allowed (--max-warnings).\n']);
    assert.equal(run([...weak, '--max-warnings', '1']).status, 0);
    assert.match(run(['check', 'a.asl.json', '--rule', 'unreachable-state=info']).stdout, / info unreachable-state\n[^]*\n1 info in 1 file\n$/);
    assert.deepEqual(found(['a.asl.json', '--rule', 'unreachable-state=off']), []);
  });

  test('the nearest configuration counts, its globs from its folder on, and --rule above it', () => {
    put('stepwise.config.json', '{ "rules": { "unreachable-state": "off" } }');
    put('in/stepwise.config.json', JSON.stringify({ rules: { 'unreachable-state': 'info' }, overrides: [{ files: ['drafts/**'], rules: { 'unreachable-state': 'warning' } }] }));
    put('a.asl.json', unreachable);
    put('in/a.asl.json', unreachable);
    put('in/drafts/a.asl.json', unreachable);
    assert.deepEqual(found(['.']), ['in/a.asl.json:1:59 info unreachable-state', 'in/drafts/a.asl.json:1:59 warning unreachable-state']);
    assert.deepEqual(found(['a.asl.json', '--rule', 'unreachable-state=error']), ['a.asl.json:1:59 error unreachable-state']);
    assert.deepEqual(found(['in', '--config', 'stepwise.config.json']), []);
    assert.deepEqual(found(['-', '--stdin-filename', 'in/x.asl.json'], { input: unreachable }), ['in/x.asl.json:1:59 info unreachable-state']);
  });

  test('a configuration that can\'t be understood is told', () => {
    put('a.asl.json', good);
    put('stepwise.config.json', '{ "rule": {}, "rules": { "unreachable-stat": "off", "unknown-state": "loud" }, "overrides": [{ "rules": {} }] }');
    const { status, stderr } = run(['check', 'a.asl.json']);
    assert.equal(status, 2);
    assert.deepEqual(
      stderr.trimEnd().split('\n').map((line) => line.replace(/^.*stepwise\.config\.json: /, '')),
      [
        'There is no field "rule". Did you mean "rules"?',
        '"rules": There is no rule "unreachable-stat". Did you mean "unreachable-state"?',
        '"rules": "unknown-state" can be "error", "warning", "info", "hint" or "off", not "loud".',
        '"overrides[0].files" has to be a glob or a list of globs, such as "test/**".',
      ],
    );
    assert.match(run(['check', 'a.asl.json', '--config', 'no.json']).stderr, /no\.json does not exist/);
  });

  test('JSON has the place, the location in the definition, what AWS says, and the fixes', () => {
    put('a.asl.json', broken);
    const { files, counts, troubles } = JSON.parse(run(['check', '--format', 'json', 'a.asl.json']).stdout) as { files: { problems: object[] }[]; counts: object; troubles: object };
    assert.deepEqual([counts, troubles], [{ files: 1, errors: 2, warnings: 0, infos: 0 }, []]);
    assert.deepEqual(files[0]?.problems[1], {
      code: 'unknown-field',
      severity: 'error',
      message: '"Nxt" is not a field of a Succeed state.',
      start: { line: 5, column: 40 },
      end: { line: 5, column: 45 },
      location: '/States/Save model/Nxt',
      aws: { code: 'SCHEMA_VALIDATION_FAILED', message: "Field 'Nxt' is not supported" },
      source: 'https://states-language.net/spec.html#state-type-table',
    });
  });

  test('SARIF 2.1.0: every rule with help, every result with a rule, a relative address and a region', () => {
    put('a b/ü.asl.json', broken);
    const { status, stdout } = run(['check', '--format', 'sarif', 'a b']);
    assert.equal(status, 1);
    const log = JSON.parse(stdout) as Log;
    assert.equal(log.version, '2.1.0');
    const [run1] = log.runs;
    const described = run1?.tool.driver.rules ?? [];
    assert.deepEqual(described.map(({ id }) => id).filter((id) => id !== 'invalid-syntax'), rules.map(({ code }) => code));
    assert.ok(described.every(({ help, helpUri, shortDescription }) => help?.text && help.markdown && helpUri?.startsWith('https://') && shortDescription?.text));
    assert.deepEqual(run1?.invocations?.map(({ executionSuccessful }) => executionSuccessful), [true]);
    assert.equal(run1.columnKind, 'utf16CodeUnits');
    assert.match(run1.originalUriBaseIds?.['%SRCROOT%']?.uri ?? '', /^file:\/\/\/.*\/$/);
    const [result] = run1.results ?? [];
    assert.equal(result?.ruleId, 'unknown-state');
    assert.equal(described[result.ruleIndex ?? -1]?.id, 'unknown-state');
    assert.equal(result.level, 'error');
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/%C3%BC.asl.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 40, endLine: 4, endColumn: 52 },
        },
        logicalLocations: [{ fullyQualifiedName: '/States/Train/Next' }],
      },
    ]);
  });

  test('GitHub: one command a problem, by the path from the repository\'s root, with nothing that ends it early', () => {
    put('sub/a,b.asl.json', '{ "StartAt": "10%\\n", "States": { "A": { "Type": "Succeed" } } }');
    const { status, stdout } = run(['check', '--format', 'github', 'a,b.asl.json'], { cwd: join(folder, 'sub'), env: { GITHUB_WORKSPACE: folder } });
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=sub\/a%2Cb\.asl\.json,line=1,endLine=1,col=14,endColumn=21,title=unknown-state::There is no state "10%25%0A"[^\n]*\n1 error in 1 file\n$/);
  });

  test('wrong usage is exit code 2, and says what is right', () => {
    put('a.asl.json', good);
    for (const [args, told] of [
      [[], /^Usage: stepwise COMMAND/],
      [['chek'], /Did you mean "check"\?/],
      [['check'], /Nothing to check/],
      [['check', '--frmat', 'json', 'a.asl.json'], /Unknown option '--frmat'\. stepwise check --help/],
      [['check', '--format', 'xml', 'a.asl.json'], /pretty, json, sarif, github, not "xml"/],
      [['check', '--max-warnings', 'few', 'a.asl.json'], /takes a number, not "few"/],
      [['check', '--rule', 'unknown-stat=off', 'a.asl.json'], /Did you mean "unknown-state"/],
      [['check', '--rule', 'unknown-state', 'a.asl.json'], /such as unreachable-state=warning/],
      [['constructor'], /There is no command "constructor"/],
    ] as const) {
      const { status, stdout, stderr } = run([...args]);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, told);
    }
  });

  test('help and version', () => {
    assert.match(run(['--help']).stdout, /check +finds/);
    assert.match(run(['check', '--help']).stdout, /--max-warnings N/);
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string };
    assert.deepEqual(run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });
});
