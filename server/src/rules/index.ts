// Every rule, sorted by code.
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
  conflictingFields,
  duplicateState,
  missingField,
  missingTerminalState,
  missingTransition,
  unknownField,
  unknownState,
  unknownStateType,
  unreachableState,
  wrongValue,
];
