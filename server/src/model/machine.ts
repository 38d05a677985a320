// What a definition says, typed. Every part is optional and keeps the node it was read from, since text is half typed most of the time.
import type { QueryLanguage } from '../spec/query-languages';
import type { StateType } from '../spec/state-types';
import type { Node, ObjectNode, ObjectProperty, StringNode, UnknownNode } from '../syntax/tree';

/** The whole definition, a branch of a Parallel state, or the processor of a Map state: one scope of states. */
export interface StateMachine {
  readonly kind: 'machine' | 'branch' | 'processor';
  readonly node: ObjectNode;
  /** The state that this scope belongs to; `undefined` for the whole definition. */
  readonly owner: State | undefined;
  readonly queryLanguage: QueryLanguage;
  readonly languageInDoubt: boolean;
  readonly startAt: Reference | undefined;
  /** The `States` property, if it has been typed yet. */
  readonly statesProperty: ObjectProperty | undefined;
  readonly states: readonly State[];
  /** By name; where a name is repeated, the last one counts, as JSON readers take it. */
  readonly byName: ReadonlyMap<string, State>;
  /** True where the deployment fills in some state's name, or all states, or where they can't all be read: any name may then be there. */
  readonly hasOpenNames: boolean;
}

export interface State {
  readonly name: string;
  readonly nameNode: StringNode;
  readonly property: ObjectProperty;
  /** The object behind the name; `undefined` while there is none, or something else. */
  readonly node: ObjectNode | undefined;
  readonly machine: StateMachine;
  readonly type: StateType | undefined;
  readonly typeNode: Node | undefined;
  readonly queryLanguage: QueryLanguage;
  /** True where what `QueryLanguage` says is refused by itself, or can't be read, so that the fields can't be held against it. */
  readonly languageInDoubt: boolean;
  /** Where the state says that another may follow: `Next`, `Default`, and those of choice rules and catchers. */
  readonly references: readonly Reference[];
  /** The scopes inside: branches, or the processor. */
  readonly machines: readonly StateMachine[];
  readonly retriers: readonly ObjectNode[];
  readonly catchers: readonly ObjectNode[];
  /** True where `End` is `true`, or the type ends the run by itself. */
  readonly ends: boolean;
}

/** A place that names a state. */
export interface Reference {
  readonly kind: 'StartAt' | 'Next' | 'Default' | 'choice rule' | 'catcher';
  /** As written. A name with a placeholder is the same name wherever it is written the same. */
  readonly name: string;
  readonly node: StringNode | UnknownNode;
  /** True where the deployment fills the name in, at least in part. */
  readonly isOpen: boolean;
  /** Where the name is looked up. */
  readonly scope: StateMachine;
  /** The state of that name, if it is there. */
  readonly target: State | undefined;
  /** The state that says it; `undefined` for `StartAt`. */
  readonly from: State | undefined;
}
