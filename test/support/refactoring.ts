// What tests of refactorings say: this text, with that selected, becomes that.
import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { parse as parseYamlText, stringify } from 'yaml';
import { AslDocument, type DocumentOptions } from '../../server/src/analysis/document';
import { refactorings } from '../../server/src/features/actions/refactorings';
import type { Rule } from '../../server/src/rules/rule';
import type { Notation } from '../../server/src/syntax/tree';
import { applyChanges } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import { dedent } from './fixture';
import { services } from './services';

const failed = (_rule: Rule, error: unknown): never => {
  throw error;
};

/** A text, and what is selected between its two `<|>`, or where the only one stands. */
export function selected(sample: string): { text: string; span: Span } {
  const [before = '', ...others] = dedent(sample).split('<|>');
  const [middle = '', after] = others;
  assert.ok(others.length === 1 || others.length === 2, 'The sample needs one or two <|>.');
  return { text: before + others.join(''), span: { start: before.length, end: before.length + (after === undefined ? 0 : middle.length) } };
}

/** Everything that is offered for a selection, what is refused included. */
export function offers(text: string, notation: Notation, span: Span, options: DocumentOptions = {}): CodeAction[] {
  const uri = `file:///machines/order.asl.${notation}`;
  return refactorings(new AslDocument(text, notation, { services, ...options }), uri, span, failed, { makesFiles: true });
}

/** What an action says of a refused one, or the text that it leaves. */
export function outcome(text: string, action: CodeAction): { text: string; made?: string } | { refused: string } {
  if (action.disabled) {
    return { refused: action.disabled.reason };
  }
  const files = action.edit?.documentChanges?.flatMap((change) => ('edits' in change ? [change] : [])) ?? [];
  const made = files[0]?.edits[0];
  const edits = action.edit?.changes ? Object.values(action.edit.changes).flat() : ((files.at(-1)?.edits ?? []) as TextEdit[]);
  const document = new AslDocument(text, 'json');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? text.length) + character;
  const changed = applyChanges(document.text, edits.map(({ range, newText }) => ({ span: { start: offset(range.start), end: offset(range.end) }, newText })));
  return { text: changed, ...(made && 'newText' in made && { made: made.newText }) };
}

/** The action of that title for a selection. */
export function offered(sample: string, title: string, notation: Notation = 'json'): ReturnType<typeof outcome> {
  const { text, span } = selected(sample);
  const all = offers(text, notation, span);
  const action = all.find((each) => each.title === title);
  assert.ok(action, `no "${title}", but: ${all.map((each) => each.title).join(' | ') || 'nothing at all'}`);
  return outcome(text, action);
}

/** The titles of what can be done, without what is refused. */
export function titles(sample: string, notation: Notation = 'json'): string[] {
  const { text, span } = selected(sample);
  return offers(text, notation, span).filter(({ disabled }) => !disabled).map(({ title }) => title);
}

/** A JSON text becomes exactly that; written as YAML it comes to mean the same. Where there is a second selection it reaches from the first one. */
export function checkRefactoring(title: string, before: string, after: string): void {
  assert.deepEqual(offered(before, title), { text: dedent(after) });
  const { text, span } = selected(before);
  const names = statesIn(text, 'json').filter((state) => state.end > span.start && state.start <= span.end);
  const yaml = stringify(JSON.parse(text));
  const twins = statesIn(yaml, 'yaml').filter(({ name }) => names.some((each) => each.name === name));
  const [first] = twins;
  assert.ok(first, 'the cursor of a sample stands at a state');
  // A single cursor means the innermost of the states around it.
  const at = span.start === span.end ? (twins.at(-1) ?? first).start : first.start;
  const all = offers(yaml, 'yaml', { start: at, end: span.start === span.end ? at : (twins.at(-1)?.start ?? at) + 1 });
  const action = all.find((each) => each.title === title);
  assert.ok(action, `in YAML no "${title}", but: ${all.map((each) => each.title).join(' | ')}`);
  const result = outcome(yaml, action);
  assert.ok('text' in result, `in YAML refused: ${JSON.stringify(result)}`);
  assert.deepEqual(parseYamlText(result.text), JSON.parse(dedent(after)), 'it should do the same in YAML');
}

/** Why it is refused. */
export function refusal(sample: string, title: string, notation: Notation = 'json'): string {
  const result = offered(sample, title, notation);
  return 'refused' in result ? result.refused : assert.fail(`it is not refused, but gives ${result.text}`);
}

function statesIn(text: string, notation: Notation): { name: string; start: number; end: number }[] {
  const { definitions } = new AslDocument(text, notation);
  return definitions.flatMap(({ states }) => states.map(({ name, property: { span } }) => ({ name, ...span })));
}
