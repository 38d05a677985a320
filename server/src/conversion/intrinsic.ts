// Intrinsic functions as JSONata, with the same results.
import type { Argument, IntrinsicCall, TextArgument } from '../expressions/intrinsics/tree';
import type { Path } from '../expressions/jsonpath/tree';
import { parseTemplateValue } from '../expressions/template-value';
import { escapePattern, inside, operand, operation, quoted, type Jsonata } from './jsonata';
import { convertPath } from './path';
import type { Scope } from './scope';

/** Says the value of a key that ends in `.$` in JSONata. */
export function convertValueText(text: string, scope: Scope): Jsonata {
  const value = parseTemplateValue(text);
  if (value.kind === 'neither') {
    return scope.refusals.add(`"${text}" is neither a path nor an intrinsic function.`);
  }
  if (value.problems.length > 0) {
    return scope.refusals.add(`"${text}" has a mistake: ${value.problems[0]?.message ?? ''}`);
  }
  return value.kind === 'path' ? orNull(value.path, text, scope) : new Calls(text, scope).convert(value.call);
}

/** In a template an index beyond the end of its list gives null, where any other path that leads to nothing fails. */
function orNull(path: Path, text: string, scope: Scope): Jsonata {
  const converted = convertPath(path, text, scope);
  if (path.steps.some(({ kind }) => kind !== 'member' && kind !== 'index')) {
    return converted;
  }
  const tests = path.steps.flatMap((step, at) => {
    const list = step.kind === 'index' ? convertPath({ ...path, steps: path.steps.slice(0, at) }, text, scope) : undefined;
    return list && step.kind === 'index' ? [`$count(${list.text}) ${step.index < 0 ? `>= ${String(-step.index)}` : `> ${String(step.index)}`}`] : [];
  });
  return tests.length === 0 ? converted : operation(`${tests.join(' and ')} ? ${converted.text} : null`, converted.gives);
}

type Converter = (args: readonly Argument[]) => Jsonata;

class Calls {
  constructor(
    private readonly text: string,
    private readonly scope: Scope,
  ) {}

  convert(call: IntrinsicCall): Jsonata {
    const converter = this.converters[call.name];
    return converter ? converter(call.arguments) : this.refuse(`${call.name} is not known.`);
  }

  private readonly converters: Partial<Record<string, Converter>> = {
    'States.Format': ([template, ...values]) => (template?.kind === 'text' ? this.format(template, values) : this.refuse('The template of States.Format is not written here, so its "{}" are not known.')),
    'States.StringToJson': ([text]) => {
      const value = this.argument(text);
      return operand(`$parse($trim(${value.text}) = '' ? 'null' : ${value.text})`);
    },
    'States.JsonToString': ([value]) => {
      const { text, gives } = this.argument(value);
      if (gives === undefined) {
        this.scope.refusals.provided('States.JsonToString gets no text');
      }
      return gives === 'text' ? this.refuse('States.JsonToString puts a text in quotes, which $string does not.') : operand(`$string(${text})`, 'text');
    },
    'States.Array': (values) => operand(`[${values.map((value) => this.item(value)).join(', ')}]`, 'list'),
    'States.ArrayPartition': ([list, size]) => operand(`$partition(${this.argument(list).text}, ${this.argument(size).text})`, 'list'),
    'States.ArrayContains': ([list, sought]) => {
      const items = this.argument(list);
      const value = this.argument(sought);
      // `in` knows no equal lists and objects.
      const isPlain = sought?.kind === 'text' || sought?.kind === 'literal' || value.gives === 'text' || value.gives === 'number' || value.gives === 'boolean';
      return isPlain ? operation(`${inside(value)} in ${inside(items)}`, 'boolean') : operand(`$exists($filter(${items.text}, function($item) { $item = ${inside(value)} }))`, 'boolean');
    },
    // A single number would not be a list without the brackets.
    'States.ArrayRange': (bounds) => (bounds.every((bound) => this.isWhole(bound)) ? operand(`[$range(${bounds.map((bound) => this.argument(bound).text).join(', ')})]`, 'list') : this.refuse('States.ArrayRange rounds fractions, which $range cuts off.')),
    // An empty list gives null, whatever the index.
    'States.ArrayGetItem': ([list, index]) => {
      const from = this.argument(list);
      const item = `${inside(from)}[${this.argument(index).text}]`;
      return list?.kind === 'call' && list.name === 'States.Array' && list.arguments.length > 0 ? operand(item) : operation(`${inside(from)} = [] ? null : ${item}`);
    },
    'States.ArrayLength': ([list]) => operand(`$count(${this.argument(list).text})`, 'number'),
    'States.ArrayUnique': ([list]) => operand(`[$distinct(${this.argument(list).text})[]]`, 'list'),
    'States.Base64Encode': ([text]) => (this.isAscii(text) ? operand(`$base64encode(${this.argument(text).text})`, 'text') : this.refuse('States.Base64Encode and $base64encode differ for letters that are not ASCII.')),
    'States.Base64Decode': () => this.refuse('States.Base64Decode and $base64decode differ for letters that are not ASCII.'),
    'States.Hash': ([value, algorithm]) => {
      const { text, gives } = this.argument(value);
      return algorithm?.kind === 'text' ? operand(`$hash(${gives === 'text' ? text : `$string(${text})`}, ${quoted(algorithm.value)})`, 'text') : this.refuse('The algorithm of States.Hash is not written here.');
    },
    'States.JsonMerge': ([first, second, deep]) =>
      deep?.kind === 'literal' && deep.value === false ? operand(`$merge([${this.argument(first).text}, ${this.argument(second).text}])`, 'object') : this.refuse('Only States.JsonMerge with `false` has an equivalent.'),
    'States.MathRandom': ([start, end, seed]) => (seed || !start || !end ? this.refuse('A seed gives other numbers in JSONata.') : this.random(start, end)),
    'States.MathAdd': ([first, second]) => operation(`${this.rounded(first)} + ${this.rounded(second)}`, 'number'),
    'States.StringSplit': ([text, separators]) =>
      separators?.kind === 'text' && separators.value !== ''
        ? operand(`[$filter($split(${this.argument(text).text}, ${anyOf(separators.value)}), function($item) { $item != '' })[]]`, 'list')
        : this.refuse('The separators of States.StringSplit are not written here.'),
    'States.UUID': () => operand('$uuid()', 'text'),
  };

  private refuse(reason: string): Jsonata {
    return this.scope.refusals.add(reason);
  }

  private argument(argument: Argument | undefined): Jsonata {
    switch (argument?.kind) {
      case 'call':
        return this.convert(argument);
      case 'path':
        return convertPath(argument, this.text, this.scope);
      case 'text':
        return operand(quoted(unescaped(argument)), 'text');
      case 'literal':
        return operand(String(argument.value), typeof argument.value === 'number' ? 'number' : typeof argument.value === 'boolean' ? 'boolean' : undefined);
      default:
        return this.refuse('An argument is missing.');
    }
  }

  private format(template: TextArgument, values: readonly Argument[]): Jsonata {
    const pieces = piecesOf(template.value);
    const parts: string[] = [];
    let literal = pieces[0] ?? '';
    const flush = (): void => {
      if (literal !== '') {
        parts.push(quoted(literal));
        literal = '';
      }
    };
    for (const [index, value] of values.entries()) {
      if (value.kind === 'text') {
        literal += unescaped(value);
      } else {
        const converted = this.argument(value);
        if (converted.gives === undefined && value.kind !== 'literal') {
          this.scope.refusals.provided('States.Format gets no list or object');
        }
        if (converted.gives === 'list' || converted.gives === 'object') {
          this.refuse('States.Format writes lists and objects otherwise than JSON does.');
        }
        flush();
        parts.push(inside(converted));
      }
      literal += pieces[index + 1] ?? '';
    }
    flush();
    const [only] = parts;
    if (parts.length < 2) {
      return operand(only === undefined ? "''" : values.some(({ kind }) => kind !== 'text') ? `$string(${only})` : only, 'text');
    }
    return operation(parts.join(' & '), 'text');
  }

  /** JSONata puts the items of a list into the list around it, unless that is written as a list itself. */
  private item(value: Argument): string {
    const { text, gives } = this.argument(value);
    const isKnown = gives !== undefined || value.kind === 'literal';
    return gives === 'list' && !text.startsWith('[') ? `[${text}]` : isKnown ? text : `$type(${text}) = 'array' ? [[${text}]] : ${text}`;
  }

  /** Each argument is rounded before anything is done with it. */
  private rounded(argument: Argument | undefined): string {
    const value = this.argument(argument);
    if (argument?.kind === 'literal' && typeof argument.value === 'number') {
      return String(Math.round(argument.value));
    }
    return value.gives === 'number' ? inside(value) : `$floor(${inside(value)} + 0.5)`;
  }

  private random(start: Argument, end: Argument): Jsonata {
    if (start.kind !== 'literal' || end.kind !== 'literal' || typeof start.value !== 'number' || typeof end.value !== 'number') {
      return this.refuse('The bounds of States.MathRandom are not written here.');
    }
    const [least, above] = [Math.trunc(start.value), Math.trunc(end.value)];
    const drawn = `$floor($random() * ${String(above - least)})`;
    return least === 0 ? operand(drawn, 'number') : operation(`${drawn} + ${String(least)}`, 'number');
  }

  private isWhole(argument: Argument): boolean {
    return argument.kind !== 'literal' || Number.isInteger(argument.value);
  }

  private isAscii(argument: Argument | undefined): boolean {
    return argument?.kind === 'text' ? /^[\x00-\x7f]*$/.test(argument.value) : argument?.kind === 'path' && argument.root.kind === 'context' && this.text.slice(argument.span.start, argument.span.end) === '$$.Task.Token';
  }
}

/** What stands before, between and behind the `{}` of a template. */
function piecesOf(template: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const [part] of template.matchAll(/\\[{}]|\{\}|[^]/g)) {
    if (part === '{}') {
      pieces.push(piece);
      piece = '';
    } else {
      piece += part.length === 2 ? part.slice(1) : part;
    }
  }
  return [...pieces, piece];
}

/** The text that an argument stands for; the tree leaves the backslash before a brace. */
function unescaped({ value }: TextArgument): string {
  return value.replace(/\\([{}])/g, '$1');
}

/** A separator, or a pattern for any of several. */
function anyOf(separators: string): string {
  return [...separators].length === 1 ? quoted(separators) : `/[${escapePattern(separators)}]/`;
}
