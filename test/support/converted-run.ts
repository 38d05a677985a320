// The same run of a machine before and after its conversion to JSONata.
import { isDeepStrictEqual } from 'node:util';
import { AslDocument } from '../../server/src/analysis/document';
import { applyAll } from '../../server/src/conversion/machine';
import { convertState, type Conversion } from '../../server/src/conversion/state';
import type { Json } from '../../server/src/expressions/value';
import type { CaseResult } from '../../server/src/simulator/case';
import { TreeEditor } from '../../server/src/syntax/editor';
import { applyChanges } from '../../server/src/text/edit';

/** A definition in which something was converted. */
export interface Converted {
  /** The state that was, or nothing for all of them. */
  readonly state: string | undefined;
  readonly definition: Json;
  /** What has to hold of the data for it to do the same. */
  readonly conditions: readonly string[];
}

export interface Conversions {
  /** How many states there are in JSONPath, and which of them stay for which reasons. */
  readonly states: number;
  readonly refused: readonly { readonly state: string; readonly reasons: readonly string[] }[];
  /** The whole machine where that can be converted, then each state by itself. */
  readonly converted: readonly Converted[];
}

/** All conversions of a definition. */
export function conversionsOf(definition: Json): Conversions {
  const text = JSON.stringify(definition, undefined, 2);
  const [found] = new AslDocument(text, 'json').definitions;
  const machine = found?.machine;
  if (!found || !machine) {
    return { states: 0, refused: [], converted: [] };
  }
  // A conversion is written once, so each text is made of its own ones.
  const all = (): Conversion[] => found.states.map((state) => convertState(state, found.tree, found.variables.namesIn(state.machine)));
  const written = (change: (editor: TreeEditor) => void): Json => {
    const editor = new TreeEditor(found.tree);
    change(editor);
    return JSON.parse(applyChanges(text, editor.changes)) as Json;
  };
  const ours = all().filter(({ state }) => state.queryLanguage === 'JSONPath');
  const refused = all().flatMap(({ state: { name }, reasons }) => (reasons.length > 0 ? [{ state: name, reasons }] : []));
  const whole = ours.length === 0 || refused.length > 0 ? [] : [{ state: undefined, conditions: all().flatMap((each) => each.conditions), definition: written((editor) => { applyAll(machine.node, all(), editor); }) }];
  const alone = all()
    .filter(({ state, reasons }) => state.queryLanguage === 'JSONPath' && reasons.length === 0)
    .map((conversion) => ({ state: conversion.state.name, conditions: conversion.conditions, definition: written((editor) => { conversion.apply(editor, true); }) }));
  return { states: ours.length, refused, converted: [...whole, ...alone] };
}

/** How a converted run compares. JSONata fails under another name, and goes on in places where a path of JSONPath leads to nothing: docs/convert.md has both. */
export type Comparison = 'alike' | 'alike under its name in JSONata' | 'goes on' | { readonly difference: string };

/** Compares two runs: the way that they take, and how they end. */
export function compareRuns(original: CaseResult, converted: CaseResult): Comparison {
  const [one, other] = [endOf(original), endOf(converted)];
  const differing = (['path', 'status', 'error', 'output'] as const).filter((part) => !isDeepStrictEqual(one[part], other[part]));
  const [first] = differing;
  if (!first) {
    return 'alike';
  }
  if (differing.length === 1 && dataErrors.has(one.error) && other.error === 'States.QueryEvaluationError') {
    return 'alike under its name in JSONata';
  }
  if (dataErrors.has(one.error) || hasStuckState(original)) {
    return 'goes on';
  }
  return { difference: `${first}: ${JSON.stringify(other[first]) ?? 'none'} instead of ${JSON.stringify(one[first]) ?? 'none'}` };
}

/** What a state in JSONPath fails with because of its data. */
const dataErrors: ReadonlySet<string | undefined> = new Set(['States.Runtime', 'States.ResultPathMatchFailure']);

function endOf({ status, output, error, events }: CaseResult): { status: string; output: Json | undefined; error: string | undefined; path: string[] } {
  return { status, output, error, path: events.flatMap(({ type, name }) => (type.endsWith('StateEntered') ? [String(name)] : [])) };
}

/** True where a state that nothing else can fail was entered and not left: another branch was faster to end the run. */
function hasStuckState({ events }: CaseResult): boolean {
  const count = (pattern: RegExp): number => events.filter(({ type }) => pattern.test(type)).length;
  return count(/^(?:Pass|Choice|Wait|Succeed)StateEntered$/) > count(/^(?:Pass|Choice|Wait|Succeed)StateExited$/);
}
