// "Insert State": what can be put in near a cursor, each with the one change that does it.
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import { firstMachines, ownSnippet, readyMachines, readyStates, type ReadyMade } from '../analysis/ready-made';
import { statePlaceAt } from '../analysis/state-place';
import type { StateMachine } from '../model/machine';
import type { ReadyState } from '../protocol/insert-state';
import { stateSnippets, type Snippet } from '../spec/snippets';
import { insertionAfter, insertionAt, insertionInBraces, insertionInto, layOut, type Lines } from '../syntax/insertion';
import { columnOf, indentOfLine, isFlow, lineAt, lineStart } from '../syntax/layout';
import type { TextChange } from '../text/edit';
import { escapeSnippet } from '../text/snippet';
import { touches } from '../text/span';

/**
 * At the cursor if a state can begin there, else behind the state that it is in or below, else behind the last one of its scope; a whole machine
 * where nothing is there yet. `undefined` where there is no machine at all.
 *
 * @param own a state that is put in instead of those that there are, as a JSON object that holds it under its name
 */
export function readyStatesNear(document: AslDocument, offset: number, own?: string): ReadyState[] | undefined {
  const definition = document.definitionAt(offset);
  const snippet = own === undefined ? undefined : ownSnippet(own);
  if (own !== undefined && (!snippet || document.isNothingYet)) {
    return undefined;
  }
  if (definition && document.isNothingYet) {
    const whole = { start: 0, end: document.text.length };
    return firstMachines().map((each) => toState(document, each, { span: whole, newText: `${layOut(each.lines[document.notation], '', '  ')}\n` }));
  }
  if (!definition?.machine) {
    return undefined;
  }
  return definition.isEscaped || (definition.tree.embedding && !definition.tree.embedding.spell) ? [] : near(document, definition, definition.machine, offset, snippet && [snippet]);
}

function near(document: AslDocument, definition: Definition, outermost: StateMachine, offset: number, snippets: readonly Snippet[] = stateSnippets): ReadyState[] {
  const { tree } = definition;
  const place = statePlaceAt(definition, offset);
  if (place) {
    return readyStates(definition, place.machine, place.typed, snippets).map((each) => {
      const { others, ...main } = insertionAt(tree, place, each.lines);
      return toState(document, each, asOne(document.text, main, others));
    });
  }
  const machine = definition.machines.findLast((each) => isIn(definition, each, offset)) ?? outermost;
  if (machine.node.properties.length === 0 && isFlow(tree, machine.node) && snippets === stateSnippets) {
    return readyMachines(definition, machine).map((each) => toState(document, each, insertionInBraces(tree, machine.node, each.lines)));
  }
  const nothing = { start: offset, end: offset };
  return readyStates(definition, machine, nothing, snippets).flatMap((each) => {
    const change = changeIn(definition, machine, offset, each.lines);
    return change ? [toState(document, each, change)] : [];
  });
}

/** Whether a cursor is in a scope. A YAML block reaches to the next key, so there the column says what is meant. */
function isIn(definition: Definition, { node }: StateMachine, offset: number): boolean {
  const { text, tree } = definition;
  if (!touches(node.span, offset) || isFlow(tree, node)) {
    return touches(node.span, offset);
  }
  const column = lineAt(text, offset).trim() === '' ? columnOf(text, offset) : indentOfLine(text, offset).length;
  return lineStart(text, offset) === lineStart(text, node.span.start) || column >= columnOf(text, node.span.start);
}

function changeIn({ tree }: Definition, { node, states, statesProperty }: StateMachine, offset: number, lines: Lines): TextChange | undefined {
  const value = statesProperty?.value;
  // What a YAML merge key brings in stands elsewhere.
  const here = states.filter(({ property }) => value && property.span.start >= value.span.start && property.span.end <= value.span.end);
  const state = here.findLast(({ property }) => property.span.start <= offset) ?? here.at(-1);
  if (state) {
    return insertionAfter(tree, state.property, lines);
  }
  if (statesProperty) {
    const isEmpty = !value || value.kind === 'null' || (value.kind === 'object' && value.properties.length === 0);
    return isEmpty ? insertionInto(tree, statesProperty, lines) : undefined;
  }
  const last = node.properties.at(-1);
  const deeper = (inside: readonly string[]): string[] => inside.map((line) => `\t${line}`);
  return last && insertionAfter(tree, last, { json: ['"States": {', ...deeper(lines.json), '}'], yaml: ['States:', ...deeper(lines.yaml)] });
}

/** A change and those before it as one, with the text between them. */
function asOne(text: string, main: TextChange, others: readonly TextChange[]): TextChange {
  let from = Math.min(main.span.start, ...others.map(({ span }) => span.start));
  const start = from;
  let newText = '';
  for (const { span, newText: put } of [...others].sort((one, other) => one.span.start - other.span.start)) {
    newText += escapeSnippet(text.slice(from, span.start) + put);
    from = span.end;
  }
  return { span: { start, end: main.span.end }, newText: newText + escapeSnippet(text.slice(from, main.span.start)) + main.newText };
}

function toState(document: AslDocument, { label, snippet: { group, title, description } }: ReadyMade, { span, newText }: TextChange): ReadyState {
  return { label, group, title, description, range: document.range(span), snippet: newText };
}
