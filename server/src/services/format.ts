// How a service is written down: `npm run models` writes files of two lines, `service.ts` reads them.
//
// The first line is a `ServiceData`, the second a `ServiceDocs`: docs are only read when somebody looks at them.

/** The first line says which form it has; a file of another form is not read. */
export const formatVersion = 2;

/** A type by its place in `types`, or one of `basic` below zero. */
export type TypeIndex = number;

/** The types that need no description. */
export const basic = { string: -1, number: -2, boolean: -3, time: -4, blob: -5, json: -6, none: -9 } as const;

/** The first item of a type's description. */
export const kind = { enum: 0, list: 1, map: 2, structure: 3, union: 4 } as const;

/**
 * `[enum, ...values]`, `[list, item]`, `[map, value]`, or a structure's and union's `[structure, name, members, types]`.
 * A whole request or response has no name of its own. The members are their names with a blank between them: `A=B` is spelled A in an AWS SDK integration and B in an optimized one,
 * a `!` after it means that the request can't do without it, a `~` that AWS advises against it.
 */
export type TypeData = readonly [number, ...(string | number | readonly TypeIndex[])[]];

/** Request, response, errors by their place in `errors`. */
export type ActionData = readonly [input: TypeIndex, output: TypeIndex, errors: readonly number[]];

/** Request, response, and the response where the task waits for the job's end. */
export type OptimizedData = readonly [input: TypeIndex, output: TypeIndex, endOutput: TypeIndex, errors: readonly string[]];

export interface ServiceData {
  readonly format: typeof formatVersion;
  /** The service's id in AWS's models, such as `Database Migration Service`. */
  readonly id: string;
  /** What its errors begin with, such as `DatabaseMigration`. */
  readonly prefix: string;
  /** The package that it was read from, such as `@aws-sdk/client-sagemaker@3.1142.0`. */
  readonly source: string;
  /** Given where AWS does not keep that package up any more: the service may have grown since. */
  readonly frozen?: true;
  readonly types: readonly TypeData[];
  /** Names of errors without the prefix. */
  readonly errors: readonly string[];
  /** By the name that a resource has, such as `createTrainingJob`. The docs go through these, and then through the optimized ones, in their order. */
  readonly actions: Readonly<Record<string, ActionData>>;
  /** The same actions where Step Functions has an integration of its own, by `service:action`. */
  readonly optimized?: Readonly<Record<string, OptimizedData>>;
  /** Actions that stream, or that Step Functions does not offer. */
  readonly unsupported?: readonly string[];
  /** Actions that AWS advises against. */
  readonly deprecated?: readonly string[];
}

export interface ServiceDocs {
  readonly lines: readonly string[];
  /** Lists of places in `lines`, written by `places.ts`: for each of `types` one with a line a member, and a last one with a line an action. */
  readonly places: readonly string[];
}

/** What is known of all services before any is read. */
export interface ServiceIndex {
  /** Those that AWS SDK integrations can call, by name; 0 where their model is not known. */
  readonly services: Readonly<Record<string, 0 | 1>>;
  /** Which service's file has the shapes of an optimized integration, by `service:action`. */
  readonly optimized: Readonly<Record<string, string>>;
  /** Names that people give to services by mistake, and the right ones. */
  readonly mistaken: Readonly<Record<string, string>>;
}
