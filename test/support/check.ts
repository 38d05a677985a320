// One function a kind of test; nothing else in the tests touches the server's functions.
import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { parse as parseYamlText, stringify } from 'yaml';
import { AslDocument, type DocumentOptions } from '../../server/src/analysis/document';
import type { Inside } from '../../server/src/analysis/expressions';
import { fixes } from '../../server/src/features/actions/fixes';
import { completion } from '../../server/src/features/completion/completion';
import { diagnostics } from '../../server/src/features/diagnostics';
import { readyStatesNear } from '../../server/src/features/insert-state';
import type { Rule, RuleFinding } from '../../server/src/rules/rule';
import { runRules } from '../../server/src/rules/run';
import { TreeEditor } from '../../server/src/syntax/editor';
import type { Node, Notation, ObjectProperty } from '../../server/src/syntax/tree';
import { applyChanges } from '../../server/src/text/edit';
import { withoutTabStops } from '../../server/src/text/snippet';
import { cursor, dedent, drawNotes, withoutNotes } from './fixture';
import { services } from './services';

/** What one rule finds. A rule that throws fails the test. */
export function findings(rule: Rule, document: AslDocument): RuleFinding[] {
  return runRules([rule], document, (_rule, error) => {
    throw error;
  });
}

/**
 * The rule finds in the sample what is drawn there, and nothing else.
 * The same machine is then written as YAML, where the same has to be found at the same nodes.
 *
 * @param options what the text does not say of itself, such as the type of the workflow
 */
export function checkRule(rule: Rule, sample: string, options: DocumentOptions = {}): void {
  const text = withoutNotes(sample);
  const document = new AslDocument(text, 'json', { services, ...options });
  const found = findings(rule, document);
  assert.equal(draw(document, found), dedent(sample));
  const value = asJson(text);
  if (value !== undefined) {
    const yaml = new AslDocument(stringify(value), 'yaml', { services, ...options });
    assert.deepEqual(findings(rule, yaml).map(placeAndMessage), found.map(placeAndMessage), 'YAML should get the same findings');
  }
}

/** The same for a sample that is about YAML itself. */
export function checkRuleInYaml(rule: Rule, sample: string): void {
  const document = new AslDocument(withoutNotes(sample), 'yaml', { services });
  assert.equal(draw(document, findings(rule, document), '#'), dedent(sample));
}

/** All that is found in a file that is ours only where it is a template: drawn under the lines, and nothing else anywhere. */
export function checkTemplate(sample: string, notation: Notation = 'yaml'): void {
  const document = new AslDocument(withoutNotes(sample), notation, { services, onlyTemplates: true });
  const found = diagnostics(document, 'test:', (_rule, error) => {
    throw error;
  });
  const names = ['error', 'warning', 'info', 'hint'];
  const notes = found.map(({ range, severity, message }) => ({ ...range, text: `${names[(severity ?? 1) - 1] ?? ''}: ${String(message)}` }));
  assert.equal(drawNotes(document.text, notes, notation === 'yaml' ? '#' : '//'), dedent(sample));
}

function draw(document: AslDocument, found: readonly RuleFinding[], sign: '//' | '#' = '//'): string {
  return drawNotes(
    document.text,
    found.map(({ at, message, rule, severity }) => ({ ...document.range(at.span), text: `${severity ?? rule.severity}: ${message}` })),
    sign,
  );
}

/** The value that a sample stands for; `undefined` for broken text and repeated keys, which have no YAML twin. */
function asJson(text: string): unknown {
  try {
    // The strict reader refuses what JSON.parse lets pass: a key that is there twice.
    return parseYamlText(text, { uniqueKeys: true });
  } catch {
    return undefined;
  }
}

function placeAndMessage({ at, message }: RuleFinding): string {
  return `${path(at)}: ${message}`;
}

/** Where a node is in its tree, whatever the notation: `States/Train/Next`, and `States/Train#` for the key. */
function path(node: Node | ObjectProperty | Inside | undefined): string {
  if (node?.kind === 'inside') {
    return `${path(node.node)}[${String(node.within.start)}-${String(node.within.end)}]`;
  }
  const parent = node?.parent;
  if (!node || !parent) {
    return '';
  }
  switch (parent.kind) {
    case 'array':
      return `${path(parent)}/${String(parent.items.indexOf(node as Node))}`;
    case 'property':
      return `${path(parent.parent)}/${parent.key.value}${parent.key === node ? '#' : ''}`;
    case 'object':
      return path(parent);
  }
}

/** The fix of that title turns the one text into the other; and the same machine in YAML into the same machine. */
export function checkFix(rule: Rule, title: string, before: string, after: string): void {
  assert.equal(fixed(rule, title, dedent(before), 'json'), dedent(after));
  const yaml = fixed(rule, title, stringify(JSON.parse(before)), 'yaml');
  assert.deepEqual(parseYamlText(yaml), JSON.parse(after), 'the fix should do the same in YAML');
}

/** The text after the fix of that title. */
export function fixed(rule: Rule, title: string, text: string, notation: Notation): string {
  const document = new AslDocument(text, notation, { services });
  const fixes = findings(rule, document).flatMap(({ at, fixes: all }) => (all ?? []).map((each) => ({ ...each, at: at.span.start })));
  const fix = fixes.find((each) => each.title === title);
  assert.ok(fix, `no fix "${title}", but: ${fixes.map((each) => each.title).join(', ') || 'none at all'}`);
  const editor = new TreeEditor(document.definitionAt(fix.at)?.tree ?? document.tree);
  fix.edit(editor);
  return applyChanges(text, editor.changes);
}

/** A file's text after the quick fix of that title, as the editor would offer it. */
export function applied(text: string, notation: Notation, title: string): string {
  const failed = (_rule: Rule, error: unknown): never => {
    throw error;
  };
  const offer = fixes(new AslDocument(text, notation, { services, onlyTemplates: true }), 'test:', { start: 0, end: text.length }, [], failed);
  const edits = offer.find((each) => each.title === title)?.edit?.changes?.['test:'];
  assert.ok(edits, `no fix "${title}", but: ${offer.map((each) => each.title).join(', ') || 'none at all'}`);
  return applyChanges(text, edits.map(({ range, newText }) => ({ span: { start: offsetAt(text, range.start), end: offsetAt(text, range.end) }, newText })));
}

/** The codes of all that is found in a text. */
export function codesIn(text: string, notation: Notation): string[] {
  const found = diagnostics(new AslDocument(text, notation, { services }), 'test:', (_rule, error) => {
    throw error;
  });
  return found.map(({ code }) => String(code));
}

/** The labels that completion offers at the cursor, in their order, each with what is told beside it; of snippets the titles are left out. */
export function offered(sample: string, notation: Notation = 'json'): string[] {
  const { text, offset } = cursor(sample);
  const { items } = completion(new AslDocument(text, notation, { services }), offset, { snippets: true, asIs: true });
  return items.map(({ label, kind, detail, labelDetails }) => {
    const beside = [detail, kind === CompletionItemKind.Snippet ? undefined : labelDetails?.description].filter((each) => each !== undefined);
    return beside.length === 0 ? label : `${label} (${beside.join(', ')})`;
  });
}

/** The text after accepting the item of that label, tab stops filled with their defaults. */
export function accepted(sample: string, label: string, notation: Notation = 'json'): string {
  const { text, offset } = cursor(sample);
  const document = new AslDocument(text, notation, { services });
  const item = completion(document, offset, { snippets: false, asIs: true }).items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered`);
  return afterItem(text, item);
}

/** A text after accepting an item that was offered there. */
export function afterItem(text: string, item: CompletionItem): string {
  assert.ok(item.textEdit && 'range' in item.textEdit);
  const changes = [item.textEdit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    span: { start: offsetAt(text, range.start), end: offsetAt(text, range.end) },
    newText,
  }));
  return applyChanges(text, changes);
}

/** The labels that Insert State lists for the cursor; `undefined` where it finds no machine. */
export function insertable(sample: string, notation: Notation = 'json', options: DocumentOptions = {}): string[] | undefined {
  const { text, offset } = cursor(sample);
  return readyStatesNear(new AslDocument(text, notation, { services, ...options }), offset)?.map(({ label }) => label);
}

/** The text after Insert State with that label, tab stops filled with their defaults. */
export function inserted(sample: string, label: string, notation: Notation = 'json'): string {
  const { text, offset } = cursor(sample);
  const state = readyStatesNear(new AslDocument(text, notation, { services }), offset)?.find((each) => each.label === label);
  assert.ok(state, `"${label}" is not listed`);
  // An editor writes the line breaks of its text.
  const newText = withoutTabStops(state.snippet).replace(/\r?\n/g, text.includes('\r\n') ? '\r\n' : '\n');
  return applyChanges(text, [{ span: { start: offsetAt(text, state.range.start), end: offsetAt(text, state.range.end) }, newText }]);
}

function offsetAt(text: string, { line, character }: { line: number; character: number }): number {
  return text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}
