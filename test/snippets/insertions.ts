// Ready-made states put in at places that nobody has chosen: at any state of any scope of a real definition, however it is laid out.
import { isDeepStrictEqual } from 'node:util';
import { Document, parse as parseYaml } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import { stateSnippets } from '../../server/src/spec/snippets';
import type { Notation } from '../../server/src/syntax/tree';
import { codesIn, insertable, inserted } from '../support/check';

export interface Text {
  readonly notation: Notation;
  readonly text: string;
}

/** A definition as it is, and as others would lay it out. */
export function layouts({ notation, text }: Text): Record<string, Text> {
  const data = read({ notation, text });
  const block = new Document(data, { aliasDuplicateObjects: false }).toString({ lineWidth: 0, blockQuote: false });
  return {
    'as it is': { notation, text },
    'with the line breaks of Windows': { notation, text: text.replace(/\r?\n/g, '\r\n') },
    'on one line': { notation: 'json', text: JSON.stringify(data) },
    'indented by tabs': { notation: 'json', text: JSON.stringify(data, undefined, '\t') },
    'in YAML': { notation: 'yaml', text: block },
    'in YAML with comments everywhere': { notation: 'yaml', text: block.replace(/^( *)(?=\S)(.*)$/gm, '$1# what comes next\n$1$2 # and why') },
    'in the braces of YAML': { notation: 'yaml', text: new Document(data, { aliasDuplicateObjects: false }).toString({ lineWidth: 100, collectionStyle: 'flow', blockQuote: false }) },
  };
}

/** The definition with no state in it. */
export function emptied({ notation, text }: Text): Text {
  const { StartAt, QueryLanguage } = read({ notation, text }) as Record<string, unknown>;
  const data = { ...(QueryLanguage !== undefined && { QueryLanguage }), StartAt, States: {} };
  return { notation, text: notation === 'json' ? JSON.stringify(data, undefined, 2) : new Document(data).toString() };
}

/** Places in every state of every scope, before the first and behind the last, and at both ends of the text. */
export function placesIn({ notation, text }: Text): number[] {
  const [definition] = new AslDocument(text, notation).definitions;
  const scopes = (definition?.machines ?? []).flatMap(({ statesProperty }) => (statesProperty?.value ? [statesProperty.value.span.start + 1, statesProperty.value.span.end] : []));
  const states = (definition?.states ?? []).flatMap(({ property: { span } }) => [span.start, Math.floor((span.start + span.end) / 2), span.end]);
  return [...new Set([0, text.length, ...scopes, ...states])].filter((offset) => offset <= text.length).sort((one, other) => one - other);
}

/**
 * Puts a state in near a place, its stops left at their defaults.
 *
 * @returns what is wrong with the outcome; nothing if it says all that was there before, in the same letters, and the new states without a new problem
 */
export function faultsOf(before: Text, offset: number, label: string): string[] {
  const { text, notation } = before;
  const sample = `${text.slice(0, offset)}<|>${text.slice(offset)}`;
  if (text.includes('EXPRESS') && !insertable(sample, notation)?.includes(label)) {
    return [];
  }
  const after: Text = { notation, text: inserted(sample, label, notation) };
  let data: unknown;
  try {
    data = read(after);
  } catch (error) {
    return [`can't be read: ${String(error)}`];
  }
  const problems = [...codesIn(after.text, notation)].filter((code) => code !== 'unreachable-state');
  for (const code of codesIn(text, notation)) {
    const known = problems.indexOf(code);
    if (known >= 0) {
      problems.splice(known, 1);
    }
  }
  const isSame = isDeepStrictEqual(without(data, read(before)), read(before));
  return [...problems.map((code) => `now has ${code}`), ...(isSame ? [] : ['says something else than before']), ...(isWithin(text, after.text) ? [] : ['lacks letters that were there'])];
}

/** The labels of all that can be put in. */
export const labels: readonly string[] = stateSnippets.map(({ prefix }) => prefix);

function read({ notation, text }: Text): unknown {
  return notation === 'json' ? JSON.parse(text) : parseYaml(text, { merge: true, logLevel: 'error' });
}

/** The same without members that the other has not got, which only states may be. */
function without(value: unknown, other: unknown, isStates = false): unknown {
  if (Array.isArray(value) && Array.isArray(other)) {
    return value.map((each, index) => without(each, other[index]));
  }
  if (!isObject(value) || !isObject(other)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => (isStates && !Object.hasOwn(other, name) ? [] : [[name, without(member, other[name], name === 'States')]])));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether all letters of a text stand in another in their order; white space doesn't count, and the braces of no state at all may go. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (const letter of text.replace(/(?<=States: )\{\}/, '').replace(/\s+/g, '')) {
    at = other.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}
