import { conjuncts, type Comparison } from '../../model/choice';
import type { Node } from '../../syntax/tree';
import { defineRule } from '../rule';

export const contradictingTests = defineRule({
  code: 'contradicting-tests',
  severity: 'warning',
  docs: {
    what: 'The tests of one `And` can all hold at once.',
    why: 'A rule whose tests exclude each other never holds. Most often `Or` was meant, or two bounds have changed places.',
    bad: '{ "StartAt": "Fair?", "States": { "Fair?": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.f1", "NumericGreaterThan": 0.9 }, { "Variable": "$.f1", "NumericLessThan": 0.5 }], "Next": "Tune" }], "Default": "Stop" }, "Tune": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Fair?", "States": { "Fair?": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.f1", "NumericGreaterThan": 0.5 }, { "Variable": "$.f1", "NumericLessThan": 0.9 }], "Next": "Tune" }], "Default": "Stop" }, "Tune": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ part: { node }, kinds }, ctx) {
      const and = kinds.find(({ key }) => key.value === 'And');
      if (!and) {
        return;
      }
      const known = new Map<string, Known>();
      for (const comparison of conjuncts(node)) {
        const before = known.get(comparison.path) ?? {};
        const other = clash(before, comparison);
        if (other) {
          ctx.report({
            at: and.key,
            message: `"${comparison.path}" can't pass "${other.name}" and "${comparison.name}" at once, so this never holds.`,
            related: [other, comparison].map(({ operator, name }) => ({ at: operator.key, message: `"${name}" is here.` })),
            fixes: [
              {
                title: 'Change to "Or"',
                edit: (editor) => {
                  editor.setString(and.key, 'Or');
                },
              },
            ],
          });
          return;
        }
        known.set(comparison.path, before);
      }
    },
  },
});

/** What the tests so far leave open for one path. */
interface Known {
  equal?: Comparison;
  low?: Comparison;
  high?: Comparison;
  flags?: Map<string, Comparison>;
}

/** The earlier test that a further one excludes; else the further one is taken in. */
function clash(known: Known, next: Comparison): Comparison | undefined {
  const { name, operand } = next;
  if (operand.kind === 'unknown') {
    return undefined;
  }
  if (operand.kind === 'boolean' && name !== 'BooleanEquals') {
    known.flags ??= new Map();
    const same = known.flags.get(name);
    known.flags.set(name, next);
    return same?.operand.kind === 'boolean' && same.operand.value !== operand.value ? same : undefined;
  }
  if (/^(String|Numeric|Boolean)Equals$/.test(name)) {
    const { equal, low, high } = known;
    known.equal ??= next;
    const differs = equal && (equal.name !== name || scalar(equal.operand) !== scalar(operand)) ? equal : undefined;
    return differs ?? [low, high].find((bound) => bound && excludes(bound, next));
  }
  if (name.startsWith('Numeric') && operand.kind === 'number') {
    const isLow = name.includes('Greater');
    const opposite = [isLow ? known.high : known.low, known.equal].find((other) => other && excludes(next, other));
    known[isLow ? 'low' : 'high'] = next;
    return opposite;
  }
  return undefined;
}

function scalar(node: Node): unknown {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean' ? node.value : node;
}

/** A bound shuts out a number, or the opposite bound, that lies on its other side. */
function excludes(bound: Comparison, other: Comparison): boolean {
  if (bound.operand.kind !== 'number' || other.operand.kind !== 'number') {
    return false;
  }
  const distance = bound.name.includes('Greater') ? other.operand.value - bound.operand.value : bound.operand.value - other.operand.value;
  return distance < 0 || (distance === 0 && !(bound.name.endsWith('Equals') && other.name.endsWith('Equals')));
}
