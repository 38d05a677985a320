// What the models of services have to have. Where one of these fails after a refresh, a person decides what is true now.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { basic, kind, type ServiceData, type TypeIndex } from '../../../server/src/services/format';
import { modelOfOptimized, rightName, isSdkService, sdkServices } from '../../../server/src/services/catalog';
import { mapActions, services as integrations } from '../../../server/src/spec/integrations';
import { exceptionPrefix } from '../../../scripts/models/names';
import { services } from '../../support/services';

const folder = join(import.meta.dirname, '../../../server/data/services');
const files = readdirSync(folder);
const known = sdkServices.flatMap((name) => services.get(name) ?? []);

/** What a request can't do without; the same in both kinds of integrations. */
const required = {
  'sagemaker:createTrainingJob': ['TrainingJobName', 'RoleArn', 'OutputDataConfig'],
  'batch:submitJob': ['JobName', 'JobQueue', 'JobDefinition'],
  'glue:startJobRun': ['JobName'],
  'ecs:runTask': ['TaskDefinition'],
  'dynamodb:putItem': ['TableName', 'Item'],
  'lambda:invoke': ['FunctionName'],
};

/** Services of the developer guide's list that there was no package of. */
const withoutModel = [
  'backupsearch', 'bcmpricingcalculator', 'billing', 'directoryservicedata', 'honeycode', 'marketplacereporting', 'networkflowmonitor', 'notificationscontacts', 'observabilityadmin', 'securityir',
];

suite('the models of services', () => {
  test('every optimized integration has shapes', () => {
    const titles = Object.entries(integrations).flatMap(([service, { actions }]) => Object.keys(actions).map((action) => `${service}:${action}`));
    assert.ok(titles.length >= 64);
    assert.deepEqual(titles.filter((title) => services.optimized(title)?.action.input.kind !== 'structure'), []);
  });

  test('what the table of integrations says a request needs is in its shape', () => {
    const missing = Object.entries(integrations).flatMap(([service, { actions }]) =>
      Object.entries(actions).flatMap(([action, needs]) => needs.required.flat().filter((name) => !services.optimized(`${service}:${action}`)?.action.input.members.has(name)).map((name) => `${service}:${action} ${name}`)),
    );
    assert.deepEqual(missing, []);
    const ofMaps = Object.values(mapActions).flatMap((actions) => Object.entries(actions));
    assert.deepEqual(ofMaps.filter(([action, needs]) => needs.required.flat().some((name) => !services.get('s3')?.action(action)?.input.members.has(name))), []);
  });

  for (const [title, names] of Object.entries(required)) {
    test(`${title} needs ${names.join(', ')}`, () => {
      const [service = '', action = ''] = title.split(':');
      const needs = (input = services.get(service)?.action(action)?.input): string[] => [...(input?.members.values() ?? [])].filter((member) => member.required).map(({ name }) => name);
      assert.deepEqual(needs(), names);
      assert.deepEqual(needs(services.optimized(title)?.action.input), names);
    });
  }

  test('every service has its own name by the rule for names, and a file', () => {
    assert.deepEqual(files, [...sdkServices.filter((name) => !withoutModel.includes(name)), 'http'].sort().map((name) => `${name}.jsonl`));
    for (const name of sdkServices.filter((each) => !withoutModel.includes(each))) {
      const { id, prefix } = services.get(name)?.data ?? assert.fail(name);
      assert.deepEqual([exceptionPrefix(id), prefix.toLowerCase()], [prefix, name]);
    }
  });

  test('names that are mistaken for a service\'s lead to one that there is', () => {
    for (const name of ['stepfunctions', 'logs', 'events', 'cognito-idp', 'elbv2']) {
      assert.ok(isSdkService(rightName(name) ?? ''), name);
    }
    assert.equal(rightName('toString'), undefined);
    assert.equal(modelOfOptimized('constructor'), undefined);
  });

  test('there are not fewer services and actions than there were', () => {
    const actions = known.reduce((sum, { actionNames }) => sum + actionNames.length, 0);
    assert.ok(known.length >= 381, `${known.length} services`);
    assert.ok(actions >= 17_763, `${actions} actions`);
  });

  test('hardly any member can be any JSON', () => {
    const members = known.flatMap(({ data }) => data.types.flatMap((type) => (type[0] === kind.structure || type[0] === kind.union ? (type[3] as number[]) : [])));
    const share = members.filter((type) => type === basic.json).length / members.length;
    assert.ok(members.length > 200_000 && share < 0.005, `${(share * 100).toFixed(2)} % of ${members.length}`);
  });

  test('every type, error and line that is referred to is there', () => {
    for (const { data, docs } of known) {
      assert.ok(typesIn(data).every((type) => type < 0 || type < data.types.length), data.id);
      assert.ok(Object.values(data.actions).every(([, , errors]) => errors.every((error) => error < data.errors.length)), data.id);
      assert.ok(Object.keys(data.actions).some((name) => docs.action(name)), data.id);
    }
  });

  test('they stay small in the package', () => {
    const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    assert.ok(packed < 3_600_000, `${packed} bytes`);
  });
});

/** Every type that another type or an action refers to. */
function typesIn({ types, actions, optimized = {} }: ServiceData): readonly TypeIndex[] {
  const inside = types.flatMap(([of, ...rest]) => (of === kind.enum ? [] : of === kind.list || of === kind.map ? (rest as TypeIndex[]) : (rest[2] as TypeIndex[])));
  return [...inside, ...Object.values(actions).flatMap(([input, output]) => [input, output]), ...Object.values(optimized).flatMap(([input, output, end]) => [input, output, end])];
}
