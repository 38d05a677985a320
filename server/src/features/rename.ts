// Renaming a state, a variable or a label everywhere, or saying why not.
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import { referencesIn } from '../analysis/evaluated';
import { labelsOf, labelUsesOf } from '../analysis/labels';
import { mentionsOf, symbolAt, textsSeeing, type LocalName, type Mention, type NamedLabel, type NamedThing, type NamedVariable } from '../analysis/symbols';
import { variableNameProblem } from '../expressions/variable-name';
import { labelProblem } from '../spec/label';
import { TreeEditor } from '../syntax/editor';

/** Why something can't be renamed, for the person who wants to. */
export interface Refusal {
  readonly refused: string;
}

/** The name under the cursor, if it can be changed at all. */
export function prepareRename(document: AslDocument, offset: number): { range: Range; placeholder: string } | Refusal {
  const found = renamable(document, offset);
  return 'refused' in found ? found : { range: document.range(found.mention.span), placeholder: found.thing.name };
}

/** The edits that give what is named under the cursor another name, wherever it is named. */
export function rename(document: AslDocument, offset: number, newName: string): TextEdit[] | Refusal {
  const found = renamable(document, offset);
  if ('refused' in found) {
    return found;
  }
  const { definition, thing, mentions } = found;
  if (newName === thing.name) {
    return [];
  }
  const problem = problemOf(definition, thing, newName);
  if (problem !== undefined) {
    return { refused: problem };
  }
  const editor = new TreeEditor(definition.tree);
  for (const { node, within, span, isInExpression } of mentions) {
    if (isInExpression) {
      // Such names need no escape in either notation.
      editor.setLetters(span, newName);
    } else {
      editor.setString(node, newName + (node.kind === 'string' ? node.value.slice(within.end) : ''));
    }
  }
  return editor.changes.map((change) => ({ range: document.range(change.span), newText: change.newText }));
}

interface Renamable {
  readonly definition: Definition;
  readonly thing: NamedThing;
  readonly mention: Mention;
  readonly mentions: readonly Mention[];
}

function renamable(document: AslDocument, offset: number): Renamable | Refusal {
  const definition = document.definitionAt(offset);
  const found = definition && symbolAt(definition, offset);
  if (!found) {
    return { refused: 'Only states, variables and labels can be renamed.' };
  }
  const { thing } = found;
  const mentions = mentionsOf(definition, thing);
  const refused = whyNot(definition, thing, mentions);
  return refused === undefined ? { definition, ...found, mentions } : { refused };
}

function whyNot(definition: Definition, thing: NamedThing, mentions: readonly Mention[]): string | undefined {
  const { embedding } = definition.tree;
  if (embedding && !embedding.spell) {
    return 'This definition is put together from pieces, and can\'t be changed as a whole.';
  }
  if (!mentions.some(({ isDeclaration }) => isDeclaration)) {
    return thing.kind === 'state' || thing.kind === 'label' ? `There is no ${thing.kind} "${thing.name}" here that could be renamed.` : `Nothing assigns "$${thing.name}", so there is no variable that could be renamed.`;
  }
  if (mentions.some(({ node, isInExpression }) => node.kind === 'unknown' && node.call && !isInExpression)) {
    return `A function of CloudFormation makes the name "${thing.name}" in some places, which would no longer name it.`;
  }
  return definition.notation === 'yaml' && isShared(definition, thing, mentions) ? `Through a YAML alias, the text that says "${thing.name}" means something else in another place.` : undefined;
}

/** True where an alias has the same letters stand for another thing too. */
function isShared(definition: Definition, thing: NamedThing, mentions: readonly Mention[]): boolean {
  const starts = new Set(mentions.filter(({ isInExpression }) => !isInExpression).map(({ node }) => node.span.start));
  if (thing.kind === 'state') {
    const others = [...definition.states.filter((state) => state !== thing.state).map(({ nameNode }) => nameNode), ...definition.references.filter(({ target }) => target !== thing.state).map(({ node }) => node)];
    return others.some(({ span }) => starts.has(span.start));
  }
  return thing.kind === 'variable' && definition.variables.assignments.some(({ machine, key }) => machine !== thing.scope && starts.has(key.span.start));
}

function problemOf(definition: Definition, thing: NamedThing, name: string): string | undefined {
  switch (thing.kind) {
    case 'state':
      return stateProblem(definition, name);
    case 'label':
      return labelProblem(name) ?? labelClash(definition, thing, name);
    default:
      return variableNameProblem(name)?.message ?? clash(definition, thing, name);
  }
}

function labelClash(definition: Definition, { name: old }: NamedLabel, name: string): string | undefined {
  const other = labelsOf(definition).find((label) => label.name === name);
  if (other) {
    return `"${name}" is the label of "${other.state.name}" already.`;
  }
  // Not every text that names it could hold these.
  const sign = /['/]/.exec(name)?.[0];
  return sign !== undefined && labelUsesOf(definition).some((use) => use.name === old) ? `"${sign}" can't stand in the ARNs here that name this label.` : undefined;
}

const longestStateName = 80;

function stateProblem(definition: Definition, name: string): string | undefined {
  if (name === '') {
    return 'A state needs a name.';
  }
  const length = Array.from(name).length;
  if (length > longestStateName) {
    return `A state's name has at most ${String(longestStateName)} characters, and this one has ${String(length)}.`;
  }
  if (name.startsWith('Fn::')) {
    return `CloudFormation would take "${name}" for one of its functions.`;
  }
  return definition.stateNamed(name) && `There is a state "${name}" already: a name has to be unique in the whole machine.`;
}

function clash(definition: Definition, thing: NamedVariable | LocalName, name: string): string | undefined {
  if (thing.kind === 'local') {
    const { variables, bindings } = referencesIn(definition, thing.text);
    return [...variables, ...bindings].some(({ node }) => node.name === name) ? `This expression uses "$${name}" already.` : undefined;
  }
  const { variables, machines } = definition;
  const { scope } = thing;
  const assigned = scope && (variables.scopeOf(name, scope) ?? machines.find((each) => variables.scopeOf(thing.name, each) === scope && variables.in(each).some((assignment) => assignment.name === name)));
  if (assigned) {
    return assigned === scope ? `There is a variable "${name}" already.` : `There is a variable "${name}" already, in a scope ${variables.scopeOf(name, scope) ? 'around' : 'inside'} this one.`;
  }
  for (const text of textsSeeing(definition, thing.name, scope)) {
    if (text.form === 'jsonata' && text.text.includes(`$${name}`)) {
      const { bindings, calls } = referencesIn(definition, text);
      if (calls.some(({ callee, boundBy }) => callee.name === name && !boundBy)) {
        return `"$${name}" is called as a function here, which the variable would hide.`;
      }
      if (text.text.includes(`$${thing.name}`) && bindings.some(({ node }) => node.name === name)) {
        return `An expression that reads "$${thing.name}" sets a "$${name}" of its own.`;
      }
    }
  }
  return undefined;
}
