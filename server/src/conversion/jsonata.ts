// JSONata text, put together piece by piece.

/** An expression of JSONata. */
export interface Jsonata {
  readonly text: string;
  /** A step, an index or any operator can follow as it is. */
  readonly isOperand: boolean;
  /** What it surely gives, where that is known. */
  readonly gives?: 'text' | 'number' | 'boolean' | 'list' | 'object';
}

/** A path or a call. */
export function operand(text: string, gives?: Jsonata['gives']): Jsonata {
  return { text, isOperand: true, ...(gives && { gives }) };
}

/** Values joined by operators. */
export function operation(text: string, gives?: Jsonata['gives']): Jsonata {
  return { text, isOperand: false, ...(gives && { gives }) };
}

/** The expression as a part of a larger one. */
export function inside({ text, isOperand }: Jsonata): string {
  return isOperand ? text : `(${text})`;
}

/** The string of a field that is this expression. */
export function marked({ text }: Pick<Jsonata, 'text'>): string {
  return `{% ${text} %}`;
}

/** A text as JSONata spells it: in single quotes, which JSON does not escape, where it has none itself. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** Letters as they stand in a pattern. The package that reads it counts brackets without a backslash, and takes "\\\\/" for a slash. */
export function escapePattern(letters: string): string {
  return letters.replace(/[()[\]{}/^$.*+?|-]|\\/g, (letter) => (letter === '\\' ? '\\x5c' : `\\${letter}`));
}

/** A member's name behind a dot; `undefined` where no spelling stands for it. */
export function stepName(name: string): string | undefined {
  if (/^[A-Za-z_]\w*$/.test(name) && !operatorWords.has(name)) {
    return name;
  }
  return name === '' || name.includes('`') ? undefined : `\`${name}\``;
}

const operatorWords: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** An object with expressions as its members. */
export function objectOf(members: readonly (readonly [name: string, value: string])[]): Jsonata {
  return { text: members.length === 0 ? '{}' : `{${members.map(([name, value]) => `${quoted(name)}: ${value}`).join(', ')}}`, isOperand: false, gives: 'object' };
}

/** True where two evaluations may give two values. */
export function isRandom({ text }: Jsonata): boolean {
  return /\$(?:uuid|random)\(/.test(text);
}
