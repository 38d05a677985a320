// The names that `Assign` can give to variables.
// Source: Amazon States Language specification, "Variables"; the service refuses others with INVALID_VARIABLE_NAME and RESERVED_VARIABLE_NAME.
import type { ExpressionProblem } from './problem';

export type VariableNameCode = 'reserved-variable' | 'variable-dollar' | 'partial-assignment' | 'variable-characters' | 'variable-length';

const longestName = 80;
const identifier = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/** What is wrong with the name of a variable, without a `.$` behind it; the span is the part that can't stay. */
export function variableNameProblem(name: string): ExpressionProblem<VariableNameCode> | undefined {
  const whole = { start: 0, end: name.length };
  if (name === 'states') {
    return { code: 'reserved-variable', span: whole, message: '"states" is reserved: $states holds the input, the result and the context.', refused: true };
  }
  if (name.startsWith('$')) {
    return { code: 'variable-dollar', span: { start: 0, end: 1 }, message: `A variable is assigned without its "$": write "${name.replace(/^\$+/, '')}".`, refused: true };
  }
  const [base = ''] = /^[^.[]*/.exec(name) ?? [];
  if (base.length < name.length && identifier.test(base)) {
    return { code: 'partial-assignment', span: { start: base.length, end: name.length }, message: `Only a whole variable can be assigned: "${base}".`, refused: true };
  }
  if (!identifier.test(name)) {
    const message = name === '' ? 'The name of a variable is missing.' : 'The name of a variable begins with a letter, and has only letters, digits and "_".';
    return { code: 'variable-characters', span: whole, message, refused: true };
  }
  // Whether the service counts letters or UTF-16 code units is not known; no real name is in between.
  return [...name].length > longestName
    ? { code: 'variable-length', span: { start: longestName, end: name.length }, message: `The name of a variable can have ${String(longestName)} characters.`, refused: true }
    : undefined;
}
