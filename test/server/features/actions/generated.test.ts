// Refactorings over many machines made by chance: whatever is offered leaves a text that reads, in both notations with the same meaning.
import assert from 'node:assert/strict';
import { parse as parseYamlText, stringify } from 'yaml';
import { AslDocument } from '../../../../server/src/analysis/document';
import { seeded } from '../../../../server/src/simulator/seeded';
import { offers, outcome } from '../../../support/refactoring';

const machines = 24;

type Json = Record<string, unknown>;

/** A machine in which every state can be reached, with loops, branches, catchers and scopes inside. */
function machine(next: () => number, depth: number, isJsonata: boolean, prefix = ''): Json {
  const names = Array.from({ length: 2 + Math.floor(next() * 5) }, (_each, index) => `${prefix}${'ABCDEFG'[index] ?? ''}`);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const states = names.map((name, index): [string, Json] => {
    const following = names[index + 1];
    const on: Json = following === undefined ? { End: true } : { Next: following };
    const kind = following === undefined ? pick(['Pass', 'Succeed', 'Task', 'Fail', 'Parallel']) : pick(['Pass', 'Nothing', 'Wait', 'Task', 'Choice', 'Parallel', 'Map', 'Single', 'Set']);
    switch (kind) {
      case 'Succeed':
        return [name, { Type: 'Succeed' }];
      case 'Fail':
        return [name, { Type: 'Fail', Error: 'Broken' }];
      case 'Wait':
        return [name, { Type: 'Wait', Seconds: 1, ...on }];
      case 'Task': {
        const caught = next() < 0.4 && following !== undefined ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: pick(names) }] } : {};
        return [name, { Type: 'Task', Resource: pick(['arn:aws:states:eu-west-1:123456789012:activity:ask', 'arn:aws:lambda:eu-west-1:123456789012:function:f']), ...caught, ...on }];
      }
      case 'Choice': {
        const rule = isJsonata ? { Condition: '{% $states.input.a = 1 %}' } : { Variable: '$.a', NumericEquals: 1 };
        return [name, { Type: 'Choice', Choices: [{ ...rule, Next: pick(names) }], Default: following }];
      }
      case 'Set':
        return [name, { Type: 'Pass', Assign: { [`v${name}`]: 1 }, ...on }];
      case 'Parallel':
      case 'Map':
      case 'Single': {
        if (depth === 0) {
          return [name, { Type: 'Pass', ...on }];
        }
        const inner = machine(next, depth - 1, isJsonata, `${name}.`);
        const first = isJsonata ? { Output: '{% $states.result[0] %}' } : { OutputPath: '$[0]' };
        return kind === 'Map'
          ? [name, { Type: 'Map', ItemProcessor: inner, ...on }]
          : [name, { Type: 'Parallel', Branches: kind === 'Single' ? [inner] : [inner, machine(next, depth - 1, isJsonata, `${name}-`)], ...(kind === 'Single' && first), ...on }];
      }
      case 'Nothing':
        return [name, { Type: 'Pass', ...on }];
      default:
        return [name, { Type: 'Pass', ...(isJsonata ? { Output: { a: 1, items: [1, 2] } } : { Result: { a: 1, items: [1, 2] } }), ...on }];
    }
  });
  const shuffled = next() < 0.3 ? [...states].sort(() => next() - 0.5) : states;
  return { ...(prefix === '' && isJsonata && { QueryLanguage: 'JSONata' }), StartAt: names[0], States: Object.fromEntries(shuffled) };
}

/** A text whose new Parallel is taken away again. */
function inlinedAgain(text: string): string {
  const parallel = new AslDocument(text, 'json').definitions[0]?.stateNamed('Parallel')?.nameNode.span.start ?? assert.fail('there is a Parallel');
  const action = offers(text, 'json', { start: parallel, end: parallel }).find(({ title }) => title === 'Inline "Parallel"') ?? assert.fail('it can be inlined');
  const result = outcome(text, action);
  return 'text' in result ? result.text : assert.fail(result.refused);
}

suite('Refactorings of machines made by chance', () => {
  for (const isJsonata of [false, true]) {
    test(`leave texts that read and mean the same in both notations, in ${isJsonata ? 'JSONata' : 'JSONPath'}`, () => {
      const next = seeded(isJsonata ? 7 : 4);
      let done = 0;
      for (let round = 0; round < machines; round++) {
        const made = machine(next, round % 4 === 0 ? 2 : 1, isJsonata);
        const json = JSON.stringify(made, undefined, next() < 0.2 ? undefined : 2);
        const yaml = stringify(made);
        const [inJson, inYaml] = [new AslDocument(json, 'json').definitions[0], new AslDocument(yaml, 'yaml').definitions[0]];
        const states = inJson?.states ?? [];
        const index = Math.floor(next() * states.length);
        const [from, to] = [states[index], next() < 0.5 ? states[index] : states[Math.min(index + 1 + Math.floor(next() * 2), states.length - 1)]];
        const twin = (name = ''): number => inYaml?.stateNamed(name)?.nameNode.span.start ?? 0;
        const [fromAt, toAt] = [from?.nameNode.span.start ?? 0, to?.nameNode.span.start ?? 0];
        const all = offers(json, 'json', { start: fromAt, end: from === to ? fromAt : toAt + 1 });
        const twins = offers(yaml, 'yaml', { start: twin(from?.name), end: from === to ? twin(from?.name) : twin(to?.name) + 1 });
        assert.deepEqual(twins.map(({ title, disabled }) => [title.replaceAll('yaml', 'json'), disabled]), all.map(({ title, disabled }) => [title, disabled]), json);
        for (const [at, action] of all.entries()) {
          const result = outcome(json, action);
          const other = twins[at] && outcome(yaml, twins[at]);
          if ('text' in result && other && 'text' in other) {
            assert.deepEqual(parseYamlText(other.text), JSON.parse(result.text), action.title);
            assert.deepEqual(new AslDocument(other.text, 'yaml').problems, []);
            if (action.kind === 'refactor.move') {
              assert.deepEqual(JSON.parse(result.text), made);
            }
            if (action.title === 'Extract into a Parallel' && !result.text.includes('"Done')) {
              assert.deepEqual(JSON.parse(inlinedAgain(result.text)), made);
            }
            done++;
          }
        }
      }
      assert.ok(done > 3 * machines, `only ${String(done)} were offered`);
    });
  }
});
