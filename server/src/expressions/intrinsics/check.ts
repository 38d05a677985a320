// What is wrong with a call beyond its grammar: names, numbers of arguments, and literals of the wrong kind.
import { arityOf, deepestIntrinsic, intrinsicNamed, intrinsics, type IntrinsicParameter, type IntrinsicType } from '../../spec/intrinsics';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { listed } from '../../text/words';
import { hasSubstitution, type ExpressionProblem } from '../problem';
import type { Argument, IntrinsicCall, TextArgument } from './tree';

export type IntrinsicCheckCode = 'unknown-intrinsic' | 'intrinsic-arity' | 'intrinsic-argument' | 'intrinsic-nesting' | 'format-placeholders';

export interface IntrinsicFault extends ExpressionProblem<IntrinsicCheckCode> {
  /** The names that may have been meant, for an unknown one. */
  readonly near?: readonly string[];
}

/** Everything wrong with a call and those inside it, outer ones first. */
export function checkIntrinsic(call: IntrinsicCall): IntrinsicFault[] {
  const faults: IntrinsicFault[] = [];
  check(call, 1, faults);
  return faults;
}

/** How many values the template takes: an escaped brace is no placeholder. */
export function placeholders(template: string): number {
  return template.replace(/\\[{}]/g, '').split('{}').length - 1;
}

function check(call: IntrinsicCall, depth: number, faults: IntrinsicFault[]): void {
  if (depth > deepestIntrinsic) {
    faults.push(fault('intrinsic-nesting', call.span, `Calls can be nested ${String(deepestIntrinsic)} deep; this one is deeper.`));
    return;
  }
  const spec = intrinsicNamed(call.name);
  if (!spec) {
    faults.push(unknown(call));
  } else {
    const { least, most } = arityOf(spec);
    const given = call.arguments.length;
    if (given < least || given > most) {
      faults.push(fault('intrinsic-arity', call.argumentsSpan, `${call.name} takes ${amount(least, most)}, but has ${given === 0 ? 'none' : String(given)}.`));
    } else {
      call.arguments.forEach((argument, index) => {
        const parameter = spec.parameters[Math.min(index, spec.parameters.length - 1)];
        const message = parameter && complaint(call.name, parameter, argument);
        if (message) {
          faults.push(fault('intrinsic-argument', argument.span, message));
        }
      });
      const [template, ...values] = call.arguments;
      if (call.name === 'States.Format' && template?.kind === 'text') {
        checkTemplate(template, values.length, faults);
      }
    }
  }
  for (const argument of call.arguments) {
    if (argument.kind === 'call') {
      check(argument, depth + 1, faults);
    }
  }
}

function fault(code: IntrinsicCheckCode, span: Span, message: string): IntrinsicFault {
  return { code, span, message, refused: code === 'unknown-intrinsic' };
}

function unknown(call: IntrinsicCall): IntrinsicFault {
  const names = intrinsics.map(({ name }) => name);
  const full = /^states\./i.test(call.name) ? call.name : `States.${call.name}`;
  const exact = names.find((name) => name.toLowerCase() === full.toLowerCase());
  const meant = exact ? [exact] : nearest(full, names);
  const question = meant.length > 0 ? ` Did you mean ${listed(meant)}?` : '';
  return { code: 'unknown-intrinsic', span: call.nameSpan, message: `There is no function "${call.name}".${question}`, refused: true, near: meant };
}

function amount(least: number, most: number): string {
  const words = (count: number): string => (count === 0 ? 'no arguments' : count === 1 ? '1 argument' : `${String(count)} arguments`);
  return least === most ? words(least) : most === Infinity ? `at least ${words(least)}` : `${String(least)} to ${words(most)}`;
}

const kinds: Record<IntrinsicType, string> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  any: 'a value',
};

/** What is wrong with an argument, as far as its text shows. A path, or what another function picks, may be anything. */
function complaint(name: string, parameter: IntrinsicParameter, argument: Argument): string | undefined {
  const kind = kindOf(argument);
  if (kind === undefined || parameter.type === 'any') {
    return undefined;
  }
  // Step Functions rounds fractions, and so a number is a number.
  const fits = kind === parameter.type || (isNumber(kind) && isNumber(parameter.type));
  if (!fits) {
    return `${name} takes ${kinds[parameter.type]} here (${parameter.name}).`;
  }
  if (argument.kind === 'literal' || argument.kind === 'text') {
    const { value } = argument;
    if (parameter.values && !parameter.values.some((each) => each === value)) {
      return parameter.values.length === 1 ? `Only ${String(parameter.values[0])} is supported here (${parameter.name}).` : `"${String(value)}" is none of ${listed(parameter.values.map(String), 'and')}.`;
    }
    if (parameter.minimum !== undefined && typeof value === 'number' && value < parameter.minimum) {
      return `This can't be less than ${String(parameter.minimum)} (${parameter.name}).`;
    }
  }
  return undefined;
}

function isNumber(type: IntrinsicType | 'null'): boolean {
  return type === 'number' || type === 'integer';
}

/** What an argument surely is; `undefined` where only the run can tell. */
function kindOf(argument: Argument): IntrinsicType | 'null' | undefined {
  switch (argument.kind) {
    case 'text':
      return 'text';
    case 'literal':
      return argument.value === null ? 'null' : typeof argument.value === 'boolean' ? 'boolean' : 'number';
    case 'call': {
      const returns = intrinsicNamed(argument.name)?.returns;
      return returns === 'any' ? undefined : returns;
    }
    case 'path':
    case 'missing':
      return undefined;
  }
}

function checkTemplate(template: TextArgument, values: number, faults: IntrinsicFault[]): void {
  if (hasSubstitution(template.value)) {
    return;
  }
  const open = template.value.replace(/\\[{}]/g, '').replaceAll('{}', '');
  const count = placeholders(template.value);
  if (/[{}]/.test(open)) {
    faults.push(fault('format-placeholders', template.span, 'A brace alone is written \\{ or \\}; only {} takes a value.'));
  } else if (count !== values) {
    const places = count === 1 ? '1 place' : `${String(count)} places`;
    const given = values === 1 ? '1 value' : `${String(values)} values`;
    faults.push(fault('format-placeholders', template.span, `The template has ${places} for values ({}), but ${given} ${values === 1 ? 'follows' : 'follow'}.`));
  }
}
