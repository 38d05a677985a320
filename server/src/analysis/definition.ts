import type { Range } from 'vscode-languageserver-textdocument';
import { sourceMap, type SourceMap } from '../expressions/embed';
import type { Host } from '../model/hosts';
import { lower } from '../model/lower';
import type { Reference, State, StateMachine } from '../model/machine';
import { visitMachineParts, visitStateParts, type Part } from '../model/parts';
import { processorOf } from '../model/processor';
import type { WorkflowType } from '../spec/workflow-types';
import type { Catalog } from '../services/catalog';
import { holderOf, items, member, type Node, type Notation, type ObjectNode, type StringNode, type Tree, type UnknownNode } from '../syntax/tree';
import { NearNames } from '../text/nearest';
import type { Span } from '../text/span';
import { DataFlow } from './data/flow';
import type { AslDocument } from './document';
import type { ExpressionCache } from './expression-cache';
import type { Inside } from './expressions';
import { flowOf, type Flow } from './flow';
import { inputsOf, type Shape } from './shapes';
import { Variables } from './variables';

/**
 * One state machine in a document, as far as it has been typed. Most documents are one; a template can hold several, which know nothing
 * of each other. A snapshot: it never changes, and each part is computed when it is first asked for.
 */
export class Definition {
  private lowered: StateMachine | null | undefined;
  private readonly flows = new Map<StateMachine, Flow>();
  private readonly allInputs = new Map<StateMachine, ReadonlyMap<State, Shape>>();
  private allMachines: readonly StateMachine[] | undefined;
  private allStates: readonly State[] | undefined;
  private allReferences: readonly Reference[] | undefined;
  private allVariables: Variables | undefined;
  private allData: DataFlow | undefined;
  private readonly nearNames = new Map<StateMachine, NearNames>();
  private statesByName: Map<string, State> | undefined;
  private allFailNames: ReadonlySet<string> | undefined;
  private allParts: readonly Part[] | undefined;
  private allWrittenKeys: ReadonlySet<string> | undefined;
  private readonly partsByOwner = new Map<State | StateMachine, ReadonlyMap<ObjectNode, Part>>();
  private owners: ReadonlyMap<ObjectNode, State | StateMachine> | undefined;

  constructor(
    private readonly document: AslDocument,
    readonly host: Host,
  ) {}

  /** The text of the whole document: every span counts from its start. */
  get text(): string {
    return this.document.text;
  }

  /** How the definition itself is written, which in a template may differ from what is around it. */
  get notation(): Notation {
    return this.tree.notation;
  }

  get tree(): Tree {
    return this.host.tree;
  }

  get expressions(): ExpressionCache {
    return this.document.expressions;
  }

  get services(): Catalog {
    return this.document.services;
  }

  /** False in an editor, where an empty text is but the beginning. */
  get isFinished(): boolean {
    return this.document.options.isFinished ?? false;
  }

  /** True where the definition is itself a text that needs escapes, among which tab stops and line breaks would be lost. */
  get isEscaped(): boolean {
    const spell = this.tree.embedding?.spell;
    return spell !== undefined && spell('"') !== '"';
  }

  /** The definition, as far as it has been typed; `undefined` where the text holds no object. */
  get machine(): StateMachine | undefined {
    if (this.lowered === undefined) {
      const { root } = this.tree;
      this.lowered = root?.kind === 'object' ? lower(root) : null;
    }
    return this.lowered ?? undefined;
  }

  /** The definition and all scopes inside it, outer ones first. */
  get machines(): readonly StateMachine[] {
    if (!this.allMachines) {
      const found = this.machine ? [this.machine] : [];
      // The list grows while it is walked: each scope adds those of its states.
      for (const machine of found) {
        for (const state of machine.states) {
          found.push(...state.machines);
        }
      }
      this.allMachines = found;
    }
    return this.allMachines;
  }

  /** Every state of every scope, in the order of the scopes. */
  get states(): readonly State[] {
    this.allStates ??= this.machines.flatMap((machine) => machine.states);
    return this.allStates;
  }

  /** The error names that Fail states give. */
  get failNames(): ReadonlySet<string> {
    this.allFailNames ??= new Set(
      this.states
        .filter(({ type }) => type === 'Fail')
        .map(({ node }) => member(node, 'Error'))
        .flatMap((error) => (error?.kind === 'string' ? [error.value] : [])),
    );
    return this.allFailNames;
  }

  /** Every place that names a state. */
  get references(): readonly Reference[] {
    this.allReferences ??= this.machines.flatMap((machine) => [...(machine.startAt ? [machine.startAt] : []), ...machine.states.flatMap((state) => state.references)]);
    return this.allReferences;
  }

  /** Every object that the grammar has a table for, outer ones first. */
  get parts(): readonly Part[] {
    this.allParts ??= this.machines.flatMap((machine) => [machine, ...machine.states].flatMap((owner) => [...this.partsIn(owner).values()]));
    return this.allParts;
  }

  /** The part that an object plays; `undefined` for what the language leaves free, such as parameters. */
  partOf(object: ObjectNode): Part | undefined {
    this.owners ??= new Map(this.machines.flatMap((machine) => [machine, ...machine.states]).flatMap((owner) => (owner.node ? [[owner.node, owner]] : [])));
    for (let holder: Node | undefined = object; holder; holder = holderOf(holder)) {
      const owner = holder.kind === 'object' ? this.owners.get(holder) : undefined;
      if (owner) {
        return this.partsIn(owner).get(object);
      }
    }
    return undefined;
  }

  /** The parts of a state, or of a scope without its states, by their nodes. */
  private partsIn(owner: State | StateMachine): ReadonlyMap<ObjectNode, Part> {
    const known = this.partsByOwner.get(owner);
    if (known) {
      return known;
    }
    const found = new Map<ObjectNode, Part>();
    const add = (part: Part): void => void found.set(part.node, part);
    if ('states' in owner) {
      visitMachineParts(owner, add);
    } else {
      visitStateParts(owner, add);
    }
    this.partsByOwner.set(owner, found);
    return found;
  }

  /** The part that a value stands in, at whatever depth; `undefined` outside all parts. */
  partAround(node: Node): Part | undefined {
    for (let holder: Node | undefined = node; holder; holder = holderOf(holder)) {
      const part = holder.kind === 'object' ? this.partOf(holder) : undefined;
      if (part) {
        return part;
      }
    }
    return undefined;
  }

  /**
   * What looks like a key in the text, spelled as it is there. While something is being typed the tree may lack states that are there:
   * a half-typed line in YAML runs on into the key below.
   */
  get writtenKeys(): ReadonlySet<string> {
    if (!this.allWrittenKeys) {
      const { start, end } = this.host.span;
      const found = this.text.slice(start, end).matchAll(this.notation === 'yaml' ? yamlKey : this.isEscaped ? escapedJsonKey : jsonKey);
      this.allWrittenKeys = new Set([...found].map(({ groups }) => groups?.['name'] ?? groups?.['inBraces'] ?? ''));
    }
    return this.allWrittenKeys;
  }

  /** The type of the workflow that a scope runs in: that of the whole definition, or of a distributed map's runs. */
  workflowType(machine: StateMachine): WorkflowType | undefined {
    let scope = machine;
    for (; scope.owner; scope = scope.owner.machine) {
      const { mode, executionType } = scope.kind === 'processor' ? processorOf(scope.node) : {};
      if (mode === 'DISTRIBUTED') {
        return executionType;
      }
    }
    return this.host.resource?.workflowType ?? this.document.options.workflowType;
  }

  /** A state of that name in whatever scope, the first in the order of the scopes. */
  stateNamed(name: string): State | undefined {
    if (!this.statesByName) {
      this.statesByName = new Map();
      for (const state of this.states) {
        if (!this.statesByName.has(state.name)) {
          this.statesByName.set(state.name, state);
        }
      }
    }
    return this.statesByName.get(name);
  }

  /** The names of a scope's states, to look up mistyped ones in. */
  nearStates(machine: StateMachine): NearNames {
    let names = this.nearNames.get(machine);
    if (!names) {
      names = new NearNames(machine.byName.keys());
      this.nearNames.set(machine, names);
    }
    return names;
  }

  flow(machine: StateMachine): Flow {
    let flow = this.flows.get(machine);
    if (!flow) {
      flow = flowOf(machine);
      this.flows.set(machine, flow);
    }
    return flow;
  }

  /** What is known of the inputs of a scope's states; nothing where not all that leads to them can be read. */
  inputs(machine: StateMachine): ReadonlyMap<State, Shape> {
    let inputs = this.allInputs.get(machine);
    if (!inputs) {
      inputs = this.tree.isOpen || machine.hasOpenNames ? new Map<State, Shape>() : inputsOf(machine);
      this.allInputs.set(machine, inputs);
    }
    return inputs;
  }

  /** What is known of the data at each place. */
  get data(): DataFlow {
    const data = this.allData ?? new DataFlow(this, this.document.options.exampleInput?.data);
    // While a service is still on its way, not all is known.
    this.allData = this.services.isWaiting ? undefined : data;
    return data;
  }

  /** Which variables there are at each place. */
  get variables(): Variables {
    this.allVariables ??= new Variables(this);
    return this.allVariables;
  }

  /** A stretch of a string's value as a place in the text. */
  inside(node: StringNode | UnknownNode, within: Span): Inside {
    const written = writtenText(node);
    return { kind: 'inside', node, within, span: written ? this.sourceOf(written.span, written.text).spanToSource(within) : node.span };
  }

  /** The way between a string's value and the text, through both notations where the definition is itself a text in a template. */
  sourceOf(span: Span, value: string): SourceMap {
    const { embedding, notation } = this.tree;
    if (!embedding) {
      return sourceMap(this.text, span, value, notation);
    }
    const inner = sourceMap(embedding.text, { start: embedding.toValue(span.start), end: embedding.toValue(span.end) }, value, notation);
    return {
      toSource: (offset) => embedding.toSource(inner.toSource(offset)),
      spanToSource: (within) => embedding.spanToSource(inner.spanToSource(within)),
      toValue: (offset) => inner.toValue(embedding.toValue(offset)),
    };
  }

  /** A span as lines and characters, both from zero, the characters in UTF-16 code units as the protocol counts them. */
  range(span: Span): Range {
    return this.document.range(span);
  }
}

const jsonKey = /(?<!\\)"(?<name>(?:[^"\\\n]|\\.)*)"[ \t]*:/g;
const escapedJsonKey = /\\"(?<name>[^"\\\n]*)\\"[ \t]*:/g;
/** At the start of a line, or in braces. What looks like none is read once, however long it is. */
const yamlKey = /^[ \t]*(?:- +){0,9}(["']?)(?<name>[^\s"'](?:.*?\S)??)\1[ \t]*:(?=\s|$)|[{,][ \t]*(["']?)(?<inBraces>[^\s,{}"'](?:[^,{}\n]*?[^\s,{}])??)\3[ \t]*:(?=\s|$)/gm;

/** The string in which a node's text is written: that of Sub where it is given one; `undefined` where a function makes the text. */
function writtenText(node: StringNode | UnknownNode): { readonly span: Span; readonly text: string } | undefined {
  if (node.kind === 'string') {
    return { span: node.span, text: node.value };
  }
  if (!node.call) {
    return node;
  }
  const given = node.call.name === 'Sub' ? (items(node.call.argument)[0] ?? node.call.argument) : undefined;
  return given?.kind === 'string' || given?.kind === 'unknown' ? writtenText(given) : undefined;
}
