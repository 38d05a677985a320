// Every rule, sorted by code.
import { constantTemplatePath } from './data/constant-template-path';
import { duplicateTemplateKey } from './data/duplicate-template-key';
import { unevaluatedJsonata } from './data/unevaluated-jsonata';
import { unevaluatedPath } from './data/unevaluated-path';
import { ambiguousReferencePath } from './expressions/ambiguous-reference-path';
import { excessiveIntrinsicNesting } from './expressions/excessive-intrinsic-nesting';
import { formatPlaceholders } from './expressions/format-placeholders';
import { intrinsicArgument } from './expressions/intrinsic-argument';
import { intrinsicArity } from './expressions/intrinsic-arity';
import { invalidIntrinsic } from './expressions/invalid-intrinsic';
import { invalidPath } from './expressions/invalid-path';
import { missingIntrinsicComma } from './expressions/missing-intrinsic-comma';
import { unknownIntrinsic } from './expressions/unknown-intrinsic';
import { unknownIntrinsicEscape } from './expressions/unknown-intrinsic-escape';
import { unknownPathFunction } from './expressions/unknown-path-function';
import { unquotedFilterText } from './expressions/unquoted-filter-text';
import { duplicateState } from './flow/duplicate-state';
import { missingTerminalState } from './flow/missing-terminal-state';
import { unknownState } from './flow/unknown-state';
import { unreachableState } from './flow/unreachable-state';
import type { Rule } from './rule';
import { conflictingFields } from './structure/conflicting-fields';
import { missingField } from './structure/missing-field';
import { missingTransition } from './structure/missing-transition';
import { unknownField } from './structure/unknown-field';
import { unknownStateType } from './structure/unknown-state-type';
import { wrongValue } from './structure/wrong-value';

export const rules: readonly Rule[] = [
  ambiguousReferencePath,
  conflictingFields,
  constantTemplatePath,
  duplicateState,
  duplicateTemplateKey,
  excessiveIntrinsicNesting,
  formatPlaceholders,
  intrinsicArgument,
  intrinsicArity,
  invalidIntrinsic,
  invalidPath,
  missingField,
  missingIntrinsicComma,
  missingTerminalState,
  missingTransition,
  unevaluatedJsonata,
  unevaluatedPath,
  unknownField,
  unknownIntrinsic,
  unknownIntrinsicEscape,
  unknownPathFunction,
  unknownState,
  unknownStateType,
  unquotedFilterText,
  unreachableState,
  wrongValue,
];
