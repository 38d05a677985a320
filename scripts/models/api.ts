// What both generations of AWS's SDK say of a service, before it is written down in the project's own form.

/** A value's type; `name` refers to a declaration. */
export type Type =
  | { readonly is: 'string' | 'number' | 'boolean' | 'time' | 'blob' | 'json' | 'stream' }
  | { readonly is: 'list' | 'map'; readonly of: Type }
  | { readonly is: 'name'; readonly name: string };

export interface Member {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly doc: string;
}

export type Declaration =
  | { readonly is: 'structure' | 'union'; readonly members: readonly Member[]; readonly base?: string }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'alias'; readonly type: Type };

export interface Operation {
  /** As the API spells it: `CreateTrainingJob`. */
  readonly name: string;
  /** The declarations of request and response; `undefined` where there is nothing in it. */
  readonly input: string | undefined;
  readonly output: string | undefined;
  /** Its errors, as the API spells them. */
  readonly errors: readonly string[];
  readonly deprecated: boolean;
  readonly doc: string;
}

export interface Api {
  /** The service's id in AWS's models: `Database Migration Service`. */
  readonly id: string;
  /** The package it was read from, and its version. */
  readonly source: string;
  /** True where the source is not kept up any more. */
  readonly frozen: boolean;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly operations: readonly Operation[];
}
