import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import { sourceMap } from '../expressions/embed';
import { lower } from '../model/lower';
import type { Reference, State, StateMachine } from '../model/machine';
import { machineParts, stateParts, type Part } from '../model/parts';
import { processorOf } from '../model/processor';
import type { WorkflowType } from '../spec/workflow-types';
import type { PathSite } from '../model/sites';
import { parse } from '../syntax/parse';
import type { Notation, ObjectNode, StringNode, Tree } from '../syntax/tree';
import { NearNames } from '../text/nearest';
import type { Span } from '../text/span';
import { readPathSite, type Inside, type PathExpression } from './expressions';
import { flowOf, type Flow } from './flow';

/** What a text does not say of itself. */
export interface DocumentOptions {
  /** The type that the definition is deployed with, where it is known. */
  readonly workflowType?: WorkflowType;
}

/**
 * One version of one file. A snapshot: it never changes, and each part is computed when it is first asked for.
 */
export class AslDocument {
  private parsed: Tree | undefined;
  private lowered: StateMachine | null | undefined;
  private readonly flows = new Map<StateMachine, Flow>();
  private readonly pathExpressions = new Map<StringNode, PathExpression>();
  private readonly nearNames = new Map<StateMachine, NearNames>();
  private statesByName: Map<string, State> | undefined;
  private positions: TextDocument | undefined;
  private allParts: readonly Part[] | undefined;
  private partsByNode: ReadonlyMap<ObjectNode, Part> | undefined;

  constructor(
    readonly text: string,
    readonly notation: Notation,
    readonly options: DocumentOptions = {},
  ) {}

  get tree(): Tree {
    this.parsed ??= parse(this.text, this.notation);
    return this.parsed;
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
  get machines(): StateMachine[] {
    const found = this.machine ? [this.machine] : [];
    // The list grows while it is walked: each scope adds those of its states.
    for (const machine of found) {
      for (const state of machine.states) {
        found.push(...state.machines);
      }
    }
    return found;
  }

  /** Every state of every scope, in the order of the scopes. */
  get states(): State[] {
    return this.machines.flatMap((machine) => machine.states);
  }

  /** Every place that names a state. */
  get references(): Reference[] {
    return this.machines.flatMap((machine) => [...(machine.startAt ? [machine.startAt] : []), ...machine.states.flatMap((state) => state.references)]);
  }

  /** Every object that the grammar has a table for, outer ones first. */
  get parts(): readonly Part[] {
    this.allParts ??= this.machines.flatMap((machine) => [...machineParts(machine), ...machine.states.flatMap(stateParts)]);
    return this.allParts;
  }

  /** The part that an object plays; `undefined` for what the language leaves free, such as parameters. */
  partOf(object: ObjectNode): Part | undefined {
    this.partsByNode ??= new Map(this.parts.map((part) => [part.node, part]));
    return this.partsByNode.get(object);
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
    return this.options.workflowType;
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

  /** What an evaluated string of a JSONPath state says. */
  pathExpression(site: PathSite): PathExpression {
    let expression = this.pathExpressions.get(site.node);
    if (!expression) {
      expression = readPathSite(site);
      this.pathExpressions.set(site.node, expression);
    }
    return expression;
  }

  /** A stretch of a string's value as a place in the text. */
  inside(node: StringNode, within: Span): Inside {
    const map = sourceMap(this.text, node.span, node.value, this.notation);
    return { kind: 'inside', node, within, span: map.spanToSource(within) };
  }

  /** A span as lines and characters, both from zero, the characters in UTF-16 code units as the protocol counts them. */
  range(span: Span): Range {
    this.positions ??= TextDocument.create('', '', 0, this.text);
    return { start: this.positions.positionAt(span.start), end: this.positions.positionAt(span.end) };
  }
}
