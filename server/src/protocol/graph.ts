// What the extension and the server say to each other about the picture of a state machine.

/** Asks for the picture of one definition of a document. The answer is `null` where there is none. */
export const graphRequest = 'stepwise/graph';

export interface GraphParams {
  readonly textDocument: { readonly uri: string };
  /** In a template with several definitions, the one at this place; else the first. */
  readonly position?: GraphPosition;
}

/** Asks where the definitions of a document begin, to offer their pictures there. */
export const definitionPlacesRequest = 'stepwise/definitionPlaces';

export interface DefinitionPlacesParams {
  readonly textDocument: { readonly uri: string };
}

export interface GraphPosition {
  readonly line: number;
  readonly character: number;
}

export interface GraphRange {
  readonly start: GraphPosition;
  readonly end: GraphPosition;
}

/** A definition as it is drawn. */
export interface Graph {
  /** Its name in a template; empty where the whole document is the definition. */
  readonly name: string;
  readonly comment?: string;
  readonly range: GraphRange;
  /** How many definitions the document has. */
  readonly definitions: number;
  /** True where the text can't be read as it stands. Then only what could be read is here. */
  readonly isBroken: boolean;
  readonly scope: GraphScope;
}

/** The definition itself, a branch or a processor: states, and the arrows between them. None leads out of it. */
export interface GraphScope {
  /** The id of the state that begins. */
  readonly start?: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type GraphNodeType = 'Task' | 'Pass' | 'Choice' | 'Wait' | 'Parallel' | 'Map' | 'Succeed' | 'Fail';

export interface GraphNode {
  /** The names on the way to it. An edit elsewhere does not change it. */
  readonly id: string;
  readonly name: string;
  /** Left out while nobody can tell. */
  readonly type?: GraphNodeType;
  /** What it does in a few words: the service and action of a task, how long it waits. */
  readonly detail?: string;
  /** The service that a task calls, as in its ARN. */
  readonly service?: string;
  /** How a task waits for what it has begun, how a Map runs its items. */
  readonly manner?: 'waits for the job' | 'waits for a token' | 'distributed';
  readonly comment?: string;
  /** How often it is tried again at most; left out without a retrier. */
  readonly retries?: number;
  readonly errors: number;
  readonly warnings: number;
  /** The first problems in words. */
  readonly problems: readonly string[];
  /** True where nothing leads to it. */
  readonly isUnreachable: boolean;
  /** True where a run can end with it. */
  readonly ends: boolean;
  /** All of the state, its name first. */
  readonly range: GraphRange;
  /** Branches, or the processor. */
  readonly scopes: readonly GraphScope[];
}

export interface GraphEdge {
  readonly kind: 'next' | 'rule' | 'default' | 'catch';
  readonly from: string;
  readonly to: string;
  /** Rules in readable words, or error names; one for each rule or name that leads there. */
  readonly labels: readonly string[];
  /** Where it is written: the name of a state after `Next` or `Default`, a rule or a catcher; the first where there are several. */
  readonly range: GraphRange;
}
