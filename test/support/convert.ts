// Conversions to JSONata as a person would choose them from the menu.
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { AslDocument } from '../../server/src/analysis/document';
import { conversions } from '../../server/src/features/actions/convert';
import type { Notation } from '../../server/src/syntax/tree';
import { applyChanges } from '../../server/src/text/edit';
import { cursor } from './fixture';

export const stateTitle = 'Convert state to JSONata';
export const machineTitle = 'Convert state machine to JSONata';

/** What is offered at the cursor: titles, with the reason behind those that can't be chosen. */
export function conversionsAt(sample: string, notation: Notation = 'json'): string[] {
  const { text, offset } = cursor(sample);
  return offered(text, offset, notation).map(({ title, disabled }) => (disabled ? `${title}: ${disabled.reason}` : title));
}

/** The text after the conversion of that title. */
export function converted(sample: string, title = stateTitle, notation: Notation = 'json'): string {
  const { text, offset } = sample.includes('<|>') ? cursor(sample) : { text: sample, offset: 0 };
  const action = offered(text, offset, notation).find((each) => each.title === title);
  assert.ok(action?.edit?.changes, action?.disabled?.reason ?? `"${title}" is not offered`);
  return edited(text, action);
}

/** The text after an action. */
export function edited(text: string, { edit }: CodeAction): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  const offsetAt = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? 0) + character;
  return applyChanges(
    text,
    (edit?.changes?.['test:'] ?? []).map(({ range, newText }) => ({ span: { start: offsetAt(range.start), end: offsetAt(range.end) }, newText })),
  );
}

/** All that is offered at an offset. */
export function offered(text: string, offset: number, notation: Notation): CodeAction[] {
  return conversions(new AslDocument(text, notation), 'test:', offset);
}
