// Services read when somebody asks for them, at once or later.
import assert from 'node:assert/strict';
import { Catalog, sdkServices } from '../../../server/src/services/catalog';
import { formatVersion } from '../../../server/src/services/format';
import { services as shipped } from '../../support/services';

/** The least that a service's file can say. */
function file(name: string): string {
  return `${JSON.stringify({ format: formatVersion, id: name, prefix: name, source: `@aws-sdk/client-${name}@3.1.0`, types: [], errors: [], actions: {} })}\n{}\n`;
}

/** Those that there is a file of. */
const names = sdkServices.filter((name) => shipped.get(name));

/** A catalog whose files come when the test says so. */
function slow(): { catalog: Catalog; asked: string[]; answer: (name: string, text?: string | Error) => void; failures: string[] } {
  const asked: string[] = [];
  const failures: string[] = [];
  const waiting = new Map<string, (text: string | Error) => void>();
  const catalog = new Catalog(
    (name) => {
      asked.push(name);
      return new Promise<string>((resolve, reject) => {
        waiting.set(name, (text) => (text instanceof Error ? reject(text) : resolve(text)));
      });
    },
    (name, reason) => failures.push(`${name}: ${reason}`),
  );
  return { catalog, asked, failures, answer: (name, text = file(name)) => waiting.get(name)?.(text) };
}

suite('the catalog of services', () => {
  test('reads a file once, and none of a service that it has no model of', () => {
    const read: string[] = [];
    const catalog = new Catalog((name) => {
      read.push(name);
      return file(name);
    });
    assert.equal(catalog.get('sagemaker'), catalog.get('sagemaker'));
    assert.equal(catalog.get('sagemaker')?.source, '@aws-sdk/client-sagemaker 3.1.0');
    for (const name of ['', 'nosuchservice', 'constructor', '__proto__', '../services', 'billing']) {
      assert.equal(catalog.get(name), undefined);
    }
    assert.deepEqual(read, ['sagemaker']);
  });

  test('finds an optimized integration in the file of its service', () => {
    assert.equal(shipped.optimized('states:startExecution')?.service, shipped.get('sfn'));
    assert.equal(shipped.optimized('http:invoke')?.service, shipped.get('http'));
    assert.equal(shipped.optimized('sagemaker:stopTrainingJob'), undefined);
    assert.equal(shipped.optimized('toString'), undefined);
  });

  test('a file that can\'t be used is told of once, with what is wrong, and costs nothing else', () => {
    const [first] = file('s3').split('\n');
    const damaged: Record<string, string> = {
      s3: '',
      sqs: first?.slice(0, 50) ?? '',
      sns: 'PK\u0003\u0004',
      ecs: 'null',
      eks: `{"format":${String(formatVersion)}}`,
      emr: first?.replace(`"format":${String(formatVersion)}`, '"format":1') ?? '',
    };
    const failures: Record<string, string> = {};
    const catalog = new Catalog(
      (name) => {
        if (name === 'glue') {
          throw new Error('ENOENT: no such file');
        }
        return damaged[name] ?? file(name);
      },
      (name, reason) => {
        assert.equal(failures[name], undefined);
        failures[name] = reason;
      },
    );
    for (const name of [...Object.keys(damaged), 'glue', ...Object.keys(damaged)]) {
      assert.equal(catalog.get(name), undefined);
    }
    assert.ok(catalog.get('athena'));
    assert.match(failures['s3'] ?? '', /JSON/);
    assert.match(failures['sqs'] ?? '', /JSON/);
    assert.match(failures['sns'] ?? '', /JSON/);
    assert.deepEqual(
      [failures['ecs'], failures['eks'], failures['emr'], failures['glue']],
      ['it was written for another version of Stepwise', 'it has no types or no actions', 'it was written for another version of Stepwise', 'ENOENT: no such file'],
    );
  });

  test('keeps thirty-two, and lets go of those that were asked for longest ago', () => {
    const read: string[] = [];
    const catalog = new Catalog((name) => {
      read.push(name);
      return file(name);
    });
    const [first = '', second = '', ...others] = names.slice(0, 33);
    [first, second, ...others.slice(0, 30)].forEach((name) => catalog.get(name));
    catalog.get(first);
    others.forEach((name) => catalog.get(name));
    read.length = 0;
    catalog.get(first);
    assert.deepEqual(read, []);
    catalog.get(second);
    assert.deepEqual(read, [second]);
  });
});

suite('a catalog whose files come later', () => {
  test('an answer is complete although the service was not there when it was asked for', async () => {
    const { catalog, asked, answer } = slow();
    const found = catalog.complete(() => ['s3', 'sqs'].map((name) => catalog.get(name)?.data.id));
    assert.ok(catalog.isWaiting);
    assert.deepEqual(asked, ['s3', 'sqs']);
    answer('sqs');
    answer('s3');
    assert.deepEqual(await found, ['s3', 'sqs']);
    assert.ok(!catalog.isWaiting);
  });

  test('what is asked for only once something else is there is waited for too', async () => {
    const { catalog, answer } = slow();
    const found = catalog.complete(() => catalog.get('s3') && catalog.get('sqs') && 'both');
    answer('s3');
    await new Promise(setImmediate);
    answer('sqs');
    assert.equal(await found, 'both');
  });

  test('an answer that needs no service does not wait for those of others', async () => {
    const { catalog, answer } = slow();
    const other = catalog.complete(() => catalog.get('s3')?.data.id);
    assert.equal(await catalog.complete(() => 'at once'), 'at once');
    answer('s3');
    assert.equal(await other, 's3');
  });

  test('one that is refused, or is no service\'s file, is not to be had, and nobody asks again', async () => {
    const { catalog, asked, answer, failures } = slow();
    const found = catalog.complete(() => ['s3', 'sqs', 'sns'].map((name) => catalog.get(name)?.data.id));
    answer('s3', new Error('Unhandled method'));
    answer('sqs', null as unknown as string);
    answer('sns');
    assert.deepEqual(await found, [undefined, undefined, 'sns']);
    assert.equal(failures.length, 2);
    assert.ok(failures.includes('s3: Unhandled method'));
    assert.equal(catalog.get('s3'), undefined);
    assert.deepEqual(asked, ['s3', 'sqs', 'sns']);
  });

  test('an answer can need more services than are kept: each is read once', async () => {
    const many = names.slice(0, 100);
    const read: string[] = [];
    const catalog = new Catalog(async (name) => {
      read.push(name);
      return file(name);
    });
    const ids = await catalog.complete(() => many.map((name) => catalog.get(name)?.data.id));
    assert.deepEqual(ids, many);
    assert.deepEqual(read, many);
    // Afterwards the oldest go.
    await catalog.complete(() => many.slice(-32).map((name) => catalog.get(name)));
    assert.equal(read.length, 100);
    await catalog.complete(() => catalog.get(many[0] ?? ''));
    assert.equal(read.length, 101);
  });

  test('two answers at a time do not take each other\'s services away', async () => {
    const read: string[] = [];
    const catalog = new Catalog(async (name) => {
      read.push(name);
      return file(name);
    });
    const [some, others] = [names.slice(0, 25), names.slice(25, 50)];
    const ask = (wanted: readonly string[]) => catalog.complete(() => wanted.map((name) => catalog.get(name)?.data.id));
    assert.deepEqual(await Promise.all([ask(some), ask(others)]), [some, others]);
    assert.equal(read.length, 50);
  });
});
