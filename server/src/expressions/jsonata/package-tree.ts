// The tree of the jsonata package, as far as it is read here. Its own types leave most of this out.

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
