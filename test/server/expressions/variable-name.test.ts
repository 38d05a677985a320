import assert from 'node:assert/strict';
import { variableNameProblem } from '../../../server/src/expressions/variable-name';
import { draw } from './draw';

suite('names of variables', () => {
  const cases: [name: string, marks: string][] = [
    ['states', '      ^^^^^^ "states" is reserved: $states holds the input, the result and the context.'],
    ['$total', '      ^ A variable is assigned without its "$": write "total".'],
    ['order.id', '           ^^^ Only a whole variable can be assigned: "order".'],
    ['items[2]', '           ^^^ Only a whole variable can be assigned: "items".'],
    ['my-var', '      ^^^^^^ The name of a variable begins with a letter, and has only letters, digits and "_".'],
    ['1st', '      ^^^ The name of a variable begins with a letter, and has only letters, digits and "_".'],
  ];
  for (const [name, marks] of cases) {
    test(name, () => {
      assert.equal(draw(name, [variableNameProblem(name)].filter((each) => each !== undefined)), `${name}\n${marks.slice(6)}`);
    });
  }

  test('names that are right', () => {
    assert.deepEqual(['x', 'total_1', 'größe', '_x', 'a'.repeat(80)].map(variableNameProblem), Array(5).fill(undefined));
    assert.deepEqual(variableNameProblem('a'.repeat(81))?.span, { start: 80, end: 81 });
  });
});
