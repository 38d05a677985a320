// Every rule, sorted by code.
import { conflictingTests } from './choice/conflicting-tests';
import { constantCondition } from './choice/constant-condition';
import { contradictingTests } from './choice/contradicting-tests';
import { duplicateChoiceRule } from './choice/duplicate-choice-rule';
import { foreignPattern } from './choice/foreign-pattern';
import { latePresenceTest } from './choice/late-presence-test';
import { literalPathOperand } from './choice/literal-path-operand';
import { missingDefault } from './choice/missing-default';
import { missingTest } from './choice/missing-test';
import { redundantChoice } from './choice/redundant-choice';
import { unknownOperator } from './choice/unknown-operator';
import { unusedChoiceAssign } from './choice/unused-choice-assign';
import { ambiguousYamlValue } from './data/ambiguous-yaml-value';
import { constantTemplatePath } from './data/constant-template-path';
import { duplicateTemplateKey } from './data/duplicate-template-key';
import { duplicateVariable } from './data/duplicate-variable';
import { embeddedJsonata } from './data/embedded-jsonata';
import { invalidVariableName } from './data/invalid-variable-name';
import { misplacedResult } from './data/misplaced-result';
import { pathInJsonataState } from './data/path-in-jsonata-state';
import { pathInLiteralField } from './data/path-in-literal-field';
import { possiblyUnassignedVariable } from './data/possibly-unassigned-variable';
import { unavailableContextField } from './data/unavailable-context-field';
import { unevaluatedJsonata } from './data/unevaluated-jsonata';
import { unevaluatedPath } from './data/unevaluated-path';
import { unknownInputField } from './data/unknown-input-field';
import { unknownVariable } from './data/unknown-variable';
import { unusedPassInput } from './data/unused-pass-input';
import { excessiveRetry } from './errors/excessive-retry';
import { ineffectiveMaxDelay } from './errors/ineffective-max-delay';
import { misplacedStatesAll } from './errors/misplaced-states-all';
import { reservedErrorName } from './errors/reserved-error-name';
import { shadowedError } from './errors/shadowed-error';
import { uncatchableError } from './errors/uncatchable-error';
import { unknownErrorName } from './errors/unknown-error-name';
import { ambiguousReferencePath } from './expressions/ambiguous-reference-path';
import { excessiveIntrinsicNesting } from './expressions/excessive-intrinsic-nesting';
import { formatPlaceholders } from './expressions/format-placeholders';
import { intrinsicArgument } from './expressions/intrinsic-argument';
import { intrinsicArity } from './expressions/intrinsic-arity';
import { invalidIntrinsic } from './expressions/invalid-intrinsic';
import { invalidJsonata } from './expressions/invalid-jsonata';
import { invalidPath } from './expressions/invalid-path';
import { jsonataArgument } from './expressions/jsonata-argument';
import { jsonataArity } from './expressions/jsonata-arity';
import { missingIntrinsicComma } from './expressions/missing-intrinsic-comma';
import { nonTextIntrinsic } from './expressions/non-text-intrinsic';
import { unknownContextMember } from './expressions/unknown-context-member';
import { unknownIntrinsic } from './expressions/unknown-intrinsic';
import { unknownIntrinsicEscape } from './expressions/unknown-intrinsic-escape';
import { unknownJsonataFunction } from './expressions/unknown-jsonata-function';
import { unknownPathFunction } from './expressions/unknown-path-function';
import { unknownStatesField } from './expressions/unknown-states-field';
import { unquotedFilterText } from './expressions/unquoted-filter-text';
import { unsupportedJsonataContext } from './expressions/unsupported-jsonata-context';
import { duplicateState } from './flow/duplicate-state';
import { endlessCatch } from './flow/endless-catch';
import { endlessLoop } from './flow/endless-loop';
import { missingTerminalState } from './flow/missing-terminal-state';
import { unknownState } from './flow/unknown-state';
import { unreachableState } from './flow/unreachable-state';
import { betterIntegration } from './integrations/better-integration';
import { conflictingArguments } from './integrations/conflicting-arguments';
import { conflictingRegions } from './integrations/conflicting-regions';
import { deprecatedArgument } from './integrations/deprecated-argument';
import { invalidResource } from './integrations/invalid-resource';
import { invalidRole } from './integrations/invalid-role';
import { missingArgument } from './integrations/missing-argument';
import { missingLambdaRetry } from './integrations/missing-lambda-retry';
import { missingRequest } from './integrations/missing-request';
import { missingTaskToken } from './integrations/missing-task-token';
import { missingTimeout } from './integrations/missing-timeout';
import { mistypedArgument } from './integrations/mistyped-argument';
import { unknownArgument } from './integrations/unknown-argument';
import { unknownArgumentValue } from './integrations/unknown-argument-value';
import { unknownIntegration } from './integrations/unknown-integration';
import { unknownIntegrationPattern } from './integrations/unknown-integration-pattern';
import { unknownSdkIntegration } from './integrations/unknown-sdk-integration';
import { unsupportedCredentials } from './integrations/unsupported-credentials';
import { unsupportedInExpressWorkflow } from './integrations/unsupported-in-express-workflow';
import { unusableHttpRequest } from './integrations/unusable-http-request';
import { unusedHeartbeat } from './integrations/unused-heartbeat';
import { excessiveConcurrency } from './limits/excessive-concurrency';
import { excessiveDefinition } from './limits/excessive-definition';
import { excessiveHeartbeat } from './limits/excessive-heartbeat';
import { excessivePayload } from './limits/excessive-payload';
import { excessiveTimeout } from './limits/excessive-timeout';
import { excessiveWait } from './limits/excessive-wait';
import { distributedFieldInInlineMap } from './map/distributed-field-in-inline-map';
import { duplicateCsvHeader } from './map/duplicate-csv-header';
import { invalidReaderConfig } from './map/invalid-reader-config';
import { confusableStateName } from './names/confusable-state-name';
import { duplicateLabel } from './names/duplicate-label';
import { invalidLabel } from './names/invalid-label';
import { invalidStateName } from './names/invalid-state-name';
import { paddedStateName } from './names/padded-state-name';
import type { Rule } from './rule';
import { conflictingFields } from './structure/conflicting-fields';
import { conflictingQueryLanguage } from './structure/conflicting-query-language';
import { deprecatedField } from './structure/deprecated-field';
import { duplicateField } from './structure/duplicate-field';
import { ineffectiveMachineTimeout } from './structure/ineffective-machine-timeout';
import { invalidDefinition } from './structure/invalid-definition';
import { missingField } from './structure/missing-field';
import { missingTransition } from './structure/missing-transition';
import { redundantField } from './structure/redundant-field';
import { unknownField } from './structure/unknown-field';
import { unknownStateType } from './structure/unknown-state-type';
import { wrongValue } from './structure/wrong-value';
import { hardCodedSecret } from './style/hard-coded-secret';
import { conflictingDefinitions } from './templates/conflicting-definitions';
import { unknownSubstitution } from './templates/unknown-substitution';
import { unusedSubstitution } from './templates/unused-substitution';

export const rules: readonly Rule[] = [
  ambiguousReferencePath,
  ambiguousYamlValue,
  betterIntegration,
  conflictingArguments,
  conflictingDefinitions,
  conflictingFields,
  conflictingQueryLanguage,
  conflictingRegions,
  conflictingTests,
  confusableStateName,
  constantCondition,
  constantTemplatePath,
  contradictingTests,
  deprecatedArgument,
  deprecatedField,
  distributedFieldInInlineMap,
  duplicateChoiceRule,
  duplicateCsvHeader,
  duplicateField,
  duplicateLabel,
  duplicateState,
  duplicateTemplateKey,
  duplicateVariable,
  embeddedJsonata,
  endlessCatch,
  endlessLoop,
  excessiveConcurrency,
  excessiveDefinition,
  excessiveHeartbeat,
  excessiveIntrinsicNesting,
  excessivePayload,
  excessiveRetry,
  excessiveTimeout,
  excessiveWait,
  foreignPattern,
  formatPlaceholders,
  hardCodedSecret,
  ineffectiveMachineTimeout,
  ineffectiveMaxDelay,
  intrinsicArgument,
  intrinsicArity,
  invalidDefinition,
  invalidIntrinsic,
  invalidJsonata,
  invalidLabel,
  invalidPath,
  invalidReaderConfig,
  invalidResource,
  invalidRole,
  invalidStateName,
  invalidVariableName,
  jsonataArgument,
  jsonataArity,
  latePresenceTest,
  literalPathOperand,
  misplacedResult,
  misplacedStatesAll,
  missingArgument,
  missingDefault,
  missingField,
  missingIntrinsicComma,
  missingLambdaRetry,
  missingRequest,
  missingTaskToken,
  missingTerminalState,
  missingTest,
  missingTimeout,
  missingTransition,
  mistypedArgument,
  nonTextIntrinsic,
  paddedStateName,
  pathInJsonataState,
  pathInLiteralField,
  possiblyUnassignedVariable,
  redundantChoice,
  redundantField,
  reservedErrorName,
  shadowedError,
  unavailableContextField,
  uncatchableError,
  unevaluatedJsonata,
  unevaluatedPath,
  unknownArgument,
  unknownArgumentValue,
  unknownContextMember,
  unknownErrorName,
  unknownField,
  unknownInputField,
  unknownIntegration,
  unknownIntegrationPattern,
  unknownIntrinsic,
  unknownIntrinsicEscape,
  unknownJsonataFunction,
  unknownOperator,
  unknownPathFunction,
  unknownSdkIntegration,
  unknownState,
  unknownStateType,
  unknownStatesField,
  unknownSubstitution,
  unknownVariable,
  unquotedFilterText,
  unreachableState,
  unsupportedCredentials,
  unsupportedInExpressWorkflow,
  unsupportedJsonataContext,
  unusableHttpRequest,
  unusedChoiceAssign,
  unusedHeartbeat,
  unusedPassInput,
  unusedSubstitution,
  wrongValue,
];
