// The mistakes that a line of YAML may have, each with the line as it was most likely meant.
import { bodyColumn, isBlank, opensBlock, type Line } from './lines';

/** A line that may be wrong, and what is around it. */
export interface Place {
  readonly line: Line;
  /** The lines above that say something, the nearest first. */
  readonly above: readonly Line[];
  readonly below: Line | undefined;
  /** The line in which the text could not be read any further. */
  readonly wrong: Line;
  /** By how many columns a block is indented in this text. */
  readonly unit: number;
}

export interface LineMistake {
  readonly message: string;
  readonly title: string;
  /** The line as it was meant. */
  readonly meant: string;
  /** Nothing else can be meant. */
  readonly isCertain?: true;
  /** What is unsure: which blocks the lines belong to, what belongs to the object around it, or the text of the value alone. */
  readonly doubt: 'blocks' | 'members' | 'value' | 'none';
}

/** Signs that are missing, wrong or too many; the likeliest first. */
export function signMistakes(place: Place): LineMistake[] {
  return [tabs, foreignComment, colonInside, spaces, quotes, brackets, commas, quoting, colonAtEnd].flatMap((kind) => kind(place));
}

/** Lines that stand in the wrong column; the likeliest first. */
export function columnMistakes(place: Place): LineMistake[] {
  return [indents, itemColon, dashes].flatMap((kind) => kind(place));
}

function tabs(place: Place): LineMistake[] {
  const { line, above, unit } = place;
  const white = /^\s*/.exec(line.text)?.[0] ?? '';
  const count = white.split('\t').length - 1;
  if (count === 0) {
    return [];
  }
  const [before] = above;
  const written = count * unit + white.length - count;
  const columns = [...(count > 1 ? [written] : []), ...(before ? [bodyColumn(before) + (opensBlock(before) ? unit : 0)] : []), written, ...levels(above)];
  return plausibleFirst(columns, place).map((column) => ({
    message: 'YAML takes no tabs for indentation, only spaces.',
    title: 'Change the tabs to spaces',
    meant: ' '.repeat(column) + line.text.slice(white.length),
    doubt: 'blocks',
    isCertain: true,
  }));
}

/** A key whose value stands below it stands further out than that, most likely by one unit; any other line does not. */
function plausibleFirst(columns: readonly number[], { line, below, unit }: Place): number[] {
  const all = [...new Set(columns)];
  if (!below || /^ *\t/.test(below.text)) {
    return all;
  }
  const distance = (column: number): number => {
    if (!opensBlock(line)) {
      return below.indent <= column + line.dashes.length ? 0 : 1;
    }
    const isList = below.dashes !== '' && line.dashes === '';
    return below.indent > column ? Math.abs(below.indent - column - unit) : isList && below.indent === column ? 0 : Infinity;
  };
  return all.toSorted((one, other) => distance(one) - distance(other) || 0);
}

/** `Next: Save // later`. */
function foreignComment({ line }: Place): LineMistake[] {
  const at = line.text.search(/\s\/\/(\s|$)/);
  return at < 0
    ? []
    : [{ message: 'In YAML a comment begins with #.', title: 'Change // to #', meant: `${line.text.slice(0, at + 1)}#${line.text.slice(at + 3)}`, doubt: 'none', isCertain: true }];
}

/** `Next:Save` and `-Save`. */
function spaces({ line }: Place): LineMistake[] {
  const found: LineMistake[] = [];
  const [, before, behind] = /^(\s*(?:- +)*(?:"[^"]*"|'[^']*'|[\w.$ -]+):)([^\s:].*)$/.exec(line.text) ?? [];
  if (before !== undefined && behind !== undefined) {
    found.push({ message: 'A space is missing behind the colon.', title: 'Add the missing space', meant: `${before} ${behind}`, doubt: 'none', isCertain: true });
  }
  const [, dash, item] = /^(\s*(?:- +)*-)([^\s-].*)$/.exec(line.text) ?? [];
  if (dash !== undefined && item !== undefined) {
    found.push({ message: 'A space is missing behind the dash.', title: 'Add the missing space', meant: `${dash} ${item}`, doubt: 'none', isCertain: true });
  }
  return found;
}

/** A quote that is missing at one end. */
function quotes({ line }: Place): LineMistake[] {
  const found: LineMistake[] = [];
  for (const quote of ['"', "'"]) {
    const { text } = line;
    if (text.split(quote).length % 2 === 1) {
      continue;
    }
    const closing = { message: 'The closing quote of this text is missing.', title: 'Add the closing quote', doubt: 'value' } as const;
    const at = text.lastIndexOf(quote);
    const rest = text.slice(at + 1);
    const key = /^[^:,{}[\]]*?(?=\s*:(?:\s|$))/.exec(rest)?.[0];
    const isKey = key !== undefined && /^\s*(?:- +)*$/.test(text.slice(0, at));
    const end = isKey ? key.length : (/\s*(?:\s#.*)?$/.exec(rest)?.index ?? rest.length);
    const insideFlow = /[\s,}\]]*$/.exec(rest.slice(0, end))?.index ?? end;
    for (const cut of new Set([insideFlow, end])) {
      found.push({ ...closing, ...(isKey && { doubt: 'members' }), meant: text.slice(0, at + 1) + rest.slice(0, cut) + quote + rest.slice(cut) });
    }
    const [, before = '', value = ''] = /^(\s*(?:- +)*(?:[^:]+:\s+)?)([^"'\s].*)$/.exec(text) ?? [];
    if (value.trimEnd().endsWith(quote)) {
      found.push({ message: 'The opening quote of this text is missing.', title: 'Add the opening quote', meant: before + quote + value, doubt: 'value' });
    }
  }
  return found;
}

/** `[a, b` and `{ A: 1`. */
function brackets({ line: { text, body } }: Place): LineMistake[] {
  const open: string[] = [];
  const bare = body.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (found) => '_'.repeat(found.length));
  const found: LineMistake[] = [];
  for (const sign of bare) {
    if (sign === '[' || sign === '{') {
      open.push(sign === '[' ? ']' : '}');
    } else if (sign === ']' || sign === '}') {
      if (open[open.length - 1] === sign) {
        open.pop();
      } else if (open.length === 0) {
        const opener = sign === ']' ? '[' : '{';
        const start = text.length - text.trimStart().length + (/^(?:- +)*(?:[^:[\]{}]+:\s+)?/.exec(text.trimStart())?.[0].length ?? 0);
        const at = text.lastIndexOf(sign);
        found.push({ message: `An opening ${opener} is missing.`, title: `Add the missing ${opener}`, meant: text.slice(0, start) + opener + text.slice(start), doubt: 'members' });
        found.push({ message: `This ${sign} is one too many.`, title: `Remove the ${sign}`, meant: text.slice(0, at) + text.slice(at + 1), doubt: 'members' });
        return found;
      }
    }
  }
  if (open.length > 0) {
    const closers = open.toReversed().join('');
    const end = text.lastIndexOf(body) + body.length;
    const space = body.includes('{ ') && closers.startsWith('}') ? ' ' : '';
    found.push({ message: `A closing ${closers} is missing.`, title: `Add the missing ${closers}`, meant: text.slice(0, end) + space + closers + text.slice(end), doubt: 'members' });
  }
  return found;
}

/** `{ A: 1 B: 2 }`. */
function commas({ line: { text, value } }: Place): LineMistake[] {
  const start = text.lastIndexOf(value);
  return /^[{[]/.test(value)
    ? [...value.matchAll(/(?<=[^,{[\s])\s+(?=(?:"[^"]*"|'[^']*'|[\w.$-]+)(?::\s|\s*[,}\]]))/g)].map(({ index }) => ({
        message: 'A comma is missing in these brackets.',
        title: 'Add the missing comma',
        meant: `${text.slice(0, start + index)},${text.slice(start + index)}`,
        doubt: 'members',
      }))
    : [];
}

/** Text that YAML reads as something else. */
function quoting({ line }: Place): LineMistake[] {
  const { text, key, value, dashes } = line;
  if (value === '' || (key === undefined && dashes === '')) {
    return [];
  }
  const [first = ''] = value;
  const isSpecial = /[@`%&*!|>{[,?]/.test(first) || first === '"' || first === "'";
  const hasColon = /:(\s|$)/.test(value);
  if (!isSpecial && !hasColon) {
    return [];
  }
  const start = text.lastIndexOf(value);
  // Of two kinds of quotes, the one that is not inside.
  const quoted = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
  const message = isSpecial ? `Text that begins with ${first} needs quotes in YAML.` : 'Text that has a colon and a space in it needs quotes: a colon ends a key.';
  return [{ message, title: 'Put it in quotes', meant: text.slice(0, start) + quoted + text.slice(start + value.length), doubt: 'value' }];
}

const missingColon = { message: 'A colon is missing behind the name.', title: 'Add the missing colon', doubt: 'members' } as const;

/** `Type Pass` and `Type = Pass`, but not a name of several words above its block. */
function colonInside({ line, below }: Place): LineMistake[] {
  const { text, body, key } = line;
  const [, name, value] = /^([\w.$-]+)(?:\s*=\s*|\s+)(.+)$/.exec(body) ?? [];
  const hasBlock = below && (below.indent > bodyColumn(line) || (below.indent === bodyColumn(line) && below.dashes !== ''));
  const start = text.lastIndexOf(body);
  return key === undefined && name !== undefined && value !== undefined && !hasBlock ? [{ ...missingColon, meant: `${text.slice(0, start)}${name}: ${value}${text.slice(start + body.length)}` }] : [];
}

/** `Retry` above its block, or only just being typed. */
function colonAtEnd(place: Place): LineMistake[] {
  return place.line.dashes === '' ? withColon(place) : [];
}

/** `- Retry`, which is most likely whole. */
function itemColon(place: Place): LineMistake[] {
  return place.line.dashes === '' ? [] : withColon(place);
}

function withColon({ line: { text, body, key } }: Place): LineMistake[] {
  const end = text.lastIndexOf(body) + body.length;
  return key === undefined && body !== '' ? [{ ...missingColon, meant: `${text.slice(0, end)}:${text.slice(end)}` }] : [];
}

/** An item whose dash is missing. */
function dashes({ line, above, wrong }: Place): LineMistake[] {
  const { text, indent } = line;
  const sibling = [wrong, ...above].find((each) => each !== line && each.dashes !== '' && each.indent <= indent);
  return sibling && line.dashes === '' && (indent === bodyColumn(sibling) || indent === sibling.indent)
    ? [{ message: 'A dash is missing before this item of the list.', title: 'Add the missing dash', meant: `${' '.repeat(sibling.indent)}- ${text.trimStart()}`, doubt: 'blocks' }]
    : [];
}

/** A line that does not line up. */
function indents(place: Place): LineMistake[] {
  const { line, above, unit, wrong } = place;
  const [nearest] = above;
  const columns = [...(nearest && opensBlock(nearest) ? [bodyColumn(nearest) + unit, bodyColumn(nearest)] : []), ...levels(above), wrong.indent]
    .filter((column) => column !== line.indent)
    .sort((one, other) => Math.abs(one - line.indent) - Math.abs(other - line.indent));
  return plausibleFirst(columns, place).map((column) => indented(line, column));
}

/** The line in another column. */
export function indented({ text }: Line, column: number): LineMistake {
  return {
    message: 'This does not line up with what is around it.',
    title: `Indent by ${String(column)} spaces`,
    meant: ' '.repeat(column) + text.trimStart(),
    doubt: 'blocks',
  };
}

/** The columns in which blocks that are open below these lines have their members. */
function levels(before: readonly Line[]): number[] {
  const found: number[] = [];
  let innermost = Infinity;
  for (const line of before) {
    if (isBlank(line) || line.indent >= innermost) {
      continue;
    }
    found.push(...(line.dashes === '' ? [line.indent] : [bodyColumn(line), line.indent]));
    innermost = line.indent;
  }
  return found;
}
