// The value of a key that ends in `.$`, and of `ErrorPath` and `CausePath`: a path, or an intrinsic call.
import { checkIntrinsic, type IntrinsicFault } from './intrinsics/check';
import { looksLikeIntrinsic, parseIntrinsic, type IntrinsicProblem } from './intrinsics/parse';
import type { IntrinsicCall } from './intrinsics/tree';
import { parsePath, type PathProblem } from './jsonpath/parse';
import type { Path } from './jsonpath/tree';

export type TemplateValue =
  | { readonly kind: 'path'; readonly path: Path; readonly problems: readonly PathProblem[] }
  /** With what is wrong beyond the grammar, where the grammar is kept. */
  | { readonly kind: 'intrinsic'; readonly call: IntrinsicCall; readonly problems: readonly (IntrinsicProblem | IntrinsicFault)[] }
  | { readonly kind: 'neither' };

/** Reads such a value. `neither` is a text that is not even meant as one of the two. */
export function parseTemplateValue(text: string): TemplateValue {
  const first = text.trimStart();
  if (first.startsWith('$')) {
    return { kind: 'path', ...parsePath(text) };
  }
  if (!looksLikeIntrinsic(first) && !/^[A-Za-z_][\w.]*\s*\(/.test(first)) {
    return { kind: 'neither' };
  }
  const { call, problems } = parseIntrinsic(text);
  return { kind: 'intrinsic', call, problems: problems.some(({ refused }) => refused) ? problems : [...problems, ...checkIntrinsic(call)] };
}

/** Every path in such a value, in the order of the text. */
export function pathsIn(value: TemplateValue): Path[] {
  return value.kind === 'path' ? [value.path] : value.kind === 'intrinsic' ? pathsOf(value.call) : [];
}

function pathsOf(call: IntrinsicCall): Path[] {
  return call.arguments.flatMap((argument) => (argument.kind === 'path' ? [argument] : argument.kind === 'call' ? pathsOf(argument) : []));
}
