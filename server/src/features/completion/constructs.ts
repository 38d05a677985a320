// What the lists of the language hold, as whole items: those that are ready-made, a retrier for what the task itself calls, and the tests inside rules.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import { readyItems } from '../../analysis/ready-made';
import { recommendedRetrier } from '../../analysis/recommended-retrier';
import type { Part } from '../../model/parts';
import type { ObjectName } from '../../spec/field';
import { suggest } from './snippets';
import { itemSpellings, Stops, type Draft } from './spellings';
import type { Spellings, Suggestion } from './suggestion';

/** Something ready-made, spelled as an item of a list. */
export type Construct = Suggestion & { readonly value: Spellings };

/**
 * The constructs of a kind; none for kinds that are better written field by field.
 *
 * @param part that has the list
 */
export function constructsOf(is: ObjectName, definition: Definition, part: Part, isInBraces: boolean): Construct[] {
  if (is === 'choiceTest') {
    return tests(part);
  }
  const ready = readyItems(definition, is, part, isInBraces).map((each) => ({
    ...suggest(definition, each),
    value: { inline: each.lines.json.map((line) => line.trim()).join(' '), lines: each.lines.json, block: each.lines.yaml },
  }));
  return is === 'retrier' ? [...ownRetrier(definition, part), ...ready] : ready;
}

/** The retrier for transient errors of what the task calls, where these are known. */
function ownRetrier(definition: Definition, { state }: Part): Construct[] {
  const { by, retrier } = (state && recommendedRetrier(definition, state)) ?? {};
  if (by === undefined || !retrier) {
    return [];
  }
  const stops = new Stops();
  const { ErrorEquals, ...waits } = retrier;
  const errors: Draft = { is: 'list', items: ErrorEquals.map((name) => stops.text(name)) };
  return [construct('retrier', `for transient errors of ${by}`, [['ErrorEquals', errors], ...Object.entries(waits).map(([name, value]) => [name, valueDraft(value, stops)] as const)])];
}

function valueDraft(value: unknown, stops: Stops): Draft {
  return typeof value === 'number' ? stops.number(value) : value === 'FULL' ? stops.choice(['FULL', 'NONE']) : stops.text(String(value));
}

function tests({ queryLanguage }: Part): Construct[] {
  return queryLanguage === 'JSONata'
    ? []
    : [
        test('test for text', 'StringEquals', (stops) => stops.text('value')),
        test('test for a number', 'NumericEquals', (stops) => stops.number(0)),
        test('test for true or false', 'BooleanEquals', (stops) => stops.boolean()),
        test('test for what is there', 'IsPresent', (stops) => stops.boolean()),
      ];
}

function test(label: string, operator: string, value: (stops: Stops) => Draft): Construct {
  const stops = new Stops();
  const path = `\\$.\${${String(stops.next())}:name}`;
  return construct(label, operator, [['Variable', { is: 'leaf', json: `"${path}"`, yaml: path }], [operator, value(stops)]]);
}

function construct(label: string, detail: string, members: readonly (readonly [name: string, value: Draft])[]): Construct {
  return { label, kind: CompletionItemKind.Snippet, detail, value: itemSpellings({ is: 'object', members, stop: '' }) };
}
