import { excessiveIntrinsicNesting } from '../../../../server/src/rules/expressions/excessive-intrinsic-nesting';
import { formatPlaceholders } from '../../../../server/src/rules/expressions/format-placeholders';
import { intrinsicArgument } from '../../../../server/src/rules/expressions/intrinsic-argument';
import { intrinsicArity } from '../../../../server/src/rules/expressions/intrinsic-arity';
import { invalidIntrinsic } from '../../../../server/src/rules/expressions/invalid-intrinsic';
import { unknownIntrinsic } from '../../../../server/src/rules/expressions/unknown-intrinsic';
import type { Rule } from '../../../../server/src/rules/rule';
import { checkFix, checkRule } from '../../../support/check';

/** A machine with one call, and what is expected under it. */
function check(rule: Rule, call: string, ...notes: string[]): void {
  const lead = '    "A": { "Type": "Pass", "Parameters": { "x.$": "';
  const under = notes.map((note) => {
    const [, spaces = '', rest = ''] = /^( *)(.*)$/.exec(note) ?? [];
    const column = lead.length + spaces.length;
    return `\n${' '.repeat(column - 2)}//${rest}`;
  });
  checkRule(rule, `{\n  "StartAt": "A",\n  "States": {\n${lead}${call}" }, "End": true }${under.join('')}\n  }\n}\n`);
}

suite('intrinsic functions', () => {
  test('a call that is not complete', () => {
    check(invalidIntrinsic, "States.Format('a', $.b", '             ^ error: This "(" is not closed.');
  });

  test('a function that there is not', () => {
    check(unknownIntrinsic, "States.Formt('a')", '^^^^^^^^^^^^ error: There is no function "States.Formt". Did you mean "States.Format"?');
  });

  test('one argument too many, at the arguments', () => {
    check(intrinsicArity, 'States.ArrayLength($.a, $.b)', '                  ^^^^^^^^^^ error: States.ArrayLength takes 1 argument, but has 2.');
  });

  test('a literal of the wrong kind, also inside another call', () => {
    check(intrinsicArgument, "States.Array(States.ArrayLength('a'))", "                                ^^^ error: States.ArrayLength takes a list here (list).");
  });

  test('more values than placeholders', () => {
    check(formatPlaceholders, "States.Format('{}', $.a, $.b)", "              ^^^^ error: The template has 1 place for values ({}), but 2 values follow.");
  });

  test('ten calls inside each other are fine, eleven are not', () => {
    check(excessiveIntrinsicNesting, `${'States.Array('.repeat(10)}$.a${')'.repeat(10)}`);
  });

  test('changes the name alone', () => {
    const machine = (call: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "${call}" }, "End": true } } }`;
    checkFix(unknownIntrinsic, 'Change to "States.Format"', machine("States.Formt('a')"), machine("States.Format('a')"));
  });
});
