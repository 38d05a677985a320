// What the parser says, in words for people.
import type { Span } from '../../text/span';
import type { ExpressionProblem } from '../problem';

/**
 * The codes of the jsonata package's parser, which AWS runs too. `S0299` is ours, for patterns that are no regular expression,
 * where the package lets an error of the JavaScript engine through.
 */
export type SyntaxCode =
  | 'S0101' | 'S0102' | 'S0103' | 'S0104' | 'S0105' | 'S0106'
  | 'S0201' | 'S0202' | 'S0203' | 'S0204' | 'S0206' | 'S0207' | 'S0208' | 'S0209' | 'S0210' | 'S0211' | 'S0212' | 'S0213' | 'S0214' | 'S0215' | 'S0216' | 'S0217'
  | 'S0299' | 'S0301' | 'S0302' | 'S0401' | 'S0402';

export type JsonataProblemCode = SyntaxCode | 'empty-expression' | 'too-deep';
export type JsonataProblem = ExpressionProblem<JsonataProblemCode>;

/**
 * @param token what stands there
 * @param expected what should
 * @param before the character in front of the token
 */
export function syntaxProblem(code: SyntaxCode, span: Span, token = '', expected = '', before = ''): JsonataProblem {
  return { code, span, message: habit(code, token, before) ?? message(code, token, expected), refused: true };
}

/** Operators of other languages. */
function habit(code: SyntaxCode, token: string, before: string): string | undefined {
  if (code === 'S0211' && token === before) {
    return { '=': 'Values are compared with a single "=".', '&': '"and" is written in place of "&&".', '?': 'The version of JSONata that Step Functions runs, 2.0.6, has no "??".' }[token];
  }
  if (code === 'S0211' && token === ':' && before === '?') {
    return 'The version of JSONata that Step Functions runs, 2.0.6, has no "?:".';
  }
  if ((code === 'S0211' || code === 'S0204') && token === '!') {
    return '"$not(…)" is written in place of "!".';
  }
  return code === 'S0201' && token === '|' ? '"or" is written in place of "||".' : undefined;
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function message(code: SyntaxCode, token: string, expected: string): string {
  switch (code) {
    case 'S0101':
      return 'This quote is not closed.';
    case 'S0102':
      return 'This number is too large.';
    case 'S0103':
      if (token === "'") {
        return 'A single quote can\'t be escaped; put the text in double quotes.';
      }
      return `"\\${token}" is no escape; a backslash itself is written "\\\\".`;
    case 'S0104':
      return 'After \\u stand four hexadecimal digits.';
    case 'S0105':
      return 'This backquote is not closed.';
    case 'S0106':
      return 'This comment is not closed.';
    case 'S0201':
      return token in openers ? `This "${token}" closes nothing.` : `"${token}" can't follow here: an operator is missing before it.`;
    case 'S0202':
      return `"${expected}" is expected here, not "${token}".`;
    case 'S0203':
      return expected in openers ? `This "${openers[expected] ?? ''}" is not closed.` : `"${expected}" is missing after this.`;
    case 'S0204':
      return `"${token}" is no operator.`;
    case 'S0206':
      return `"${token}" can't be read.`;
    case 'S0207':
      return 'The expression ends too early: a value is missing after this.';
    case 'S0208':
      return 'A parameter of a function is a variable, such as $item.';
    case 'S0209':
      return 'A predicate has to stand before the grouping of its step.';
    case 'S0210':
      return 'A step can be grouped only once.';
    case 'S0211':
      return token in openers || token === ',' || token === ';' || token === ':' ? `A value is missing before "${token}".` : `"${token}" can't begin a value.`;
    case 'S0212':
      return 'Only a variable can be assigned: "$name := value".';
    case 'S0213':
      return `${token} can't be a step of a path.`;
    case 'S0214':
      return `After "${token}" stands a variable, such as $item.`;
    case 'S0215':
      return '"@" has to stand before the predicates of its step.';
    case 'S0216':
      return '"@" has to stand before "^(…)".';
    case 'S0217':
      return '"%" has no parent to lead to here.';
    case 'S0299':
      return 'This is no regular expression.';
    case 'S0301':
      return 'A pattern can\'t be empty.';
    case 'S0302':
      return 'This pattern has no closing "/".';
    case 'S0401':
    case 'S0402':
      return 'The signature of this function can\'t be read.';
  }
}
