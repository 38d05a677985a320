// The jsonata package: its parser, its tree as far as it is read here, its errors. Its own types leave most of the tree out.
import type jsonata from 'jsonata';

/** The bundler puts the package here. Unlike an import, this starts it with the first expression: the start takes as long as a hundred of them. */
declare function require(name: 'jsonata'): typeof jsonata;

/**
 * Reads an expression by the package, which throws what it does not take.
 *
 * @param recover reads on to the end of the text in spite of most mistakes
 */
export function readByPackage(text: string, recover = false): PackageNode {
  return require('jsonata')(text, { recover }).ast() as PackageNode;
}

/** An expression that can be evaluated. */
export interface PackageExpression {
  evaluate(input: unknown, bindings: Readonly<Record<string, unknown>>): Promise<unknown>;
  assign(name: string | symbol, value: unknown): void;
  registerFunction(name: string, implementation: (this: { readonly environment: PackageEnvironment }, ...values: never[]) => unknown, signature?: string): void;
}

/** Where the package finds what a name stands for. */
export interface PackageEnvironment {
  lookup(name: string): PackageFunction | undefined;
  bind(name: string, value: PackageFunction): void;
}

export interface PackageFunction {
  readonly _jsonata_function?: boolean;
  readonly implementation: (this: unknown, ...values: unknown[]) => unknown;
}

/** Compiles an expression by the package, which throws what it does not take. */
export function compileByPackage(text: string, patterns: typeof RegExp): PackageExpression {
  return require('jsonata')(text, { RegexEngine: patterns as unknown as RegExp }) as unknown as PackageExpression;
}

/** A part of an expression. Its position is the end of its own token: that of the operator for an operation, of the opening bracket for a call or a list. */
export interface PackageNode {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly steps?: readonly PackageNode[];
  /** Predicates, of a thing by itself or of a step. */
  readonly predicate?: readonly PackageStage[];
  readonly stages?: readonly PackageStage[];
  readonly group?: PackageGroup;
  readonly terms?: readonly { readonly descending: boolean; readonly expression: PackageNode }[];
  readonly expressions?: readonly PackageNode[];
  readonly expression?: PackageNode;
  readonly arguments?: readonly PackageNode[];
  readonly procedure?: PackageNode;
  readonly body?: PackageNode;
  /** A lambda that nobody wrote: the package's way to call the last function of a lambda without growing the stack. */
  readonly thunk?: boolean;
  readonly condition?: PackageNode;
  readonly then?: PackageNode;
  readonly else?: PackageNode;
  readonly pattern?: PackageNode;
  readonly update?: PackageNode;
  readonly delete?: PackageNode;
  /** The pairs of an object, or the left side of an operation. */
  readonly lhs?: PackageNode | PackagePairs;
  readonly rhs?: PackageNode;
}

export type PackagePairs = readonly (readonly [key: PackageNode, value: PackageNode])[];

interface PackageStage {
  readonly type: string;
  readonly position?: number;
  readonly expr?: PackageNode;
}

interface PackageGroup {
  readonly lhs: PackagePairs;
  readonly position?: number;
}

/** What the package throws. */
export interface PackageError {
  readonly code: string;
  readonly position?: number;
  readonly token?: unknown;
  /** What should have been there. */
  readonly value?: unknown;
}
