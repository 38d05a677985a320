// One service, as its file says it.
import assert from 'node:assert/strict';
import { formatVersion } from '../../../server/src/services/format';
import { Service } from '../../../server/src/services/service';
import type { Shape } from '../../../server/src/services/shape';

const data = {
  format: formatVersion,
  id: 'Thing Service',
  prefix: 'Thing',
  source: '@aws-sdk/client-thing@3.1.0',
  types: [
    [3, 'PutRequest', 'DbName=DBName! Mode Old~ Parts Values When', [-1, 1, -3, 2, 3, -4]],
    [0, 'fast', 'slow'],
    [1, 4],
    [2, 5],
    [3, 'Part', 'Part Size', [4, -2]],
    [4, 'Value', 'Ss=SS Any', [6, -6]],
    [1, -1],
    [3, '', 'JobId!', [-1]],
  ],
  errors: ['NoSuchThingException', 'DbLockedException'],
  actions: { put: [0, -9, [1]], forget: [-9, 7, []] },
  optimized: { 'things:put': [0, 7, 4, ['Things.Locked']], 'things:call': [7, -6, -9, []] },
  unsupported: ['watch'],
  deprecated: ['forget'],
};
const docs = { lines: ['Its name.', 'Keeps it.', 'Calls it.'], places: ['+1 - - - - -', '', '', '', '', '', '', '', '+1 - - +1'] };

const text = `${JSON.stringify(data)}\n${JSON.stringify(docs)}\n`;

suite('a service', () => {
  const service = Service.parse(text);

  /** Kinds by name, at one level. */
  const kindsIn = (shape: Shape | undefined): object => Object.fromEntries([...(shape?.members.values() ?? [])].map((member) => [member.name, member.shape.kind]));

  test('says where it is from, and what it can do', () => {
    assert.deepEqual([service.source, service.isOld, service.actionNames], ['@aws-sdk/client-thing 3.1.0', false, ['put', 'forget']]);
    assert.deepEqual(['watch', 'put', 'toString'].map((name) => service.isUnsupported(name)), [true, false, false]);
    assert.ok(Service.parse(text.replace('"types"', '"frozen":true,"types"')).isOld);
  });

  test('an action has its errors with the service\'s prefix, and the one that stands for all others', () => {
    const put = service.action('put');
    assert.deepEqual(put?.errors, ['Thing.DbLockedException', 'Thing.ThingException']);
    assert.deepEqual([put?.deprecated, put?.docs, put?.output.kind, put?.endOutput], [false, 'Keeps it.', 'none', undefined]);
    assert.equal(service.action('forget')?.deprecated, true);
    for (const name of ['watch', 'Put', 'constructor', 'things:put']) {
      assert.equal(service.action(name), undefined, name);
    }
  });

  test('an optimized integration has its own errors, and the answer of a job that has ended', () => {
    const put = service.optimized('things:put');
    assert.deepEqual([put?.errors, put?.endOutput?.name, put?.docs], [['Things.Locked'], 'Part', 'Keeps it.']);
    const call = service.optimized('things:call');
    assert.deepEqual([call?.endOutput, call?.output.kind, call?.docs, call?.input.name], [undefined, 'json', 'Calls it.', undefined]);
    assert.equal(service.optimized('put'), undefined);
  });

  test('members, in the spelling of each kind of integration', () => {
    assert.deepEqual(kindsIn(service.action('put')?.input), { DbName: 'string', Mode: 'enum', Old: 'boolean', Parts: 'list', Values: 'map', When: 'time' });
    assert.deepEqual(kindsIn(service.optimized('things:put')?.input), { DBName: 'string', Mode: 'enum', Old: 'boolean', Parts: 'list', Values: 'map', When: 'time' });
    const { members } = service.action('put')?.input ?? assert.fail();
    assert.deepEqual([members.get('DbName')?.required, members.get('Mode')?.required, members.get('Old')?.deprecated, members.get('Mode')?.deprecated], [true, false, true, false]);
  });

  test('lists, maps, values and shapes that hold themselves; the spelling goes all the way down', () => {
    const { members } = service.optimized('things:put')?.input ?? assert.fail();
    assert.deepEqual(members.get('Mode')?.shape.values, ['fast', 'slow']);
    const part = members.get('Parts')?.shape.item;
    assert.equal(part?.members.get('Part')?.shape, part);
    const value = members.get('Values')?.shape.item;
    assert.deepEqual([value?.kind, value?.name, kindsIn(value)], ['union', 'Value', { SS: 'list', Any: 'json' }]);
    assert.deepEqual(kindsIn(service.action('put')?.input.members.get('Values')?.shape.item), { Ss: 'list', Any: 'json' });
    assert.equal(value?.members.get('SS')?.shape.item?.kind, 'string');
    assert.deepEqual([value?.item, value?.values, part?.members.get('Size')?.shape.members.size], [undefined, [], 0]);
  });

  test('where Java has a name for itself, its SDK may put `Value` behind it', () => {
    const java = Service.parse(text.replace('Mode Old~', 'Default Old~'));
    assert.deepEqual(['Default', 'DefaultValue', 'OldValue'].map((name) => java.action('put')?.input.member(name)?.name), ['Default', 'Default', undefined]);
    assert.equal(java.optimized('things:put')?.input.member('DefaultValue'), undefined);
  });

  test('a member by another spelling', () => {
    const input = service.action('put')?.input ?? assert.fail();
    assert.deepEqual(['dbname', 'DBName', 'mode', 'old', 'toString', 'old~'].map((name) => input.likeMember(name)?.name), ['DbName', 'DbName', 'Mode', 'Old', undefined, undefined]);
    assert.equal(service.optimized('things:put')?.input.likeMember('DbName')?.name, 'DBName');
  });

  test('lines about members are read when somebody looks at one, and a damaged half with them costs only the lines', () => {
    const input = service.action('put')?.input ?? assert.fail();
    const lines = (shape: Shape): unknown => ['DbName', 'Mode'].map((name) => shape.docsOf(shape.members.get(name) ?? assert.fail()));
    assert.deepEqual(lines(input), ['Its name.', undefined]);
    assert.equal(service.optimized('things:put')?.input.members.size, 6);
    for (const damaged of [text.slice(0, -20), text.slice(0, text.indexOf('\n') + 1), text.slice(0, text.indexOf('\n')), `${JSON.stringify(data)}\nnull`, `${JSON.stringify(data)}\n[]`]) {
      const put = Service.parse(damaged).action('put');
      assert.deepEqual([put?.docs, put && lines(put.input)], [undefined, [undefined, undefined]]);
    }
  });
});
