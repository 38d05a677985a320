// The words of an expression that the package refuses. It tells where a word ends, not where it starts, nor what is left open at the end of the text.

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = new RegExp(
  [
    /[ \t\n\r\v]+|\/\*[^]*?(?:\*\/|$)/,
    /"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|`[^`]*(?:`|$)/,
    /(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?/,
    /\.\.|:=|[!<>]=|\*\*|~>|[.[\]{}(),@#;:?+\-*/%|=<>^&!~]/,
    /[^ \t\n\r\v.[\]{}(),@#;:?+\-*/%|=<>^&!~]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
/** With its flags; brackets hide slashes. */
const pattern = /\/(?:\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^/\\[])*(?:\/[im]*|$)|\/[^]*/y;

/** Cut without a parser: an operator is one that joins where a value stands before it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let isOpen = true;
  // As the package has it, a pattern follows a joining operator or a sign; at any other place "/" divides.
  let isPattern = true;
  for (let at = 0; at < text.length; ) {
    const rule: RegExp = isPattern && text[at] === '/' && text[at + 1] !== '*' ? pattern : word;
    rule.lastIndex = at;
    const found: string = rule.exec(text)?.[0] ?? text.slice(at);
    const start = at;
    at += found.length;
    if (/^(?:[ \t\n\r\v]|\/\*)/.test(found)) {
      continue;
    }
    words.push({ text: found, start, end: at });
    const isJoining: boolean = !isOpen && !/^[)\]}]/.test(found);
    isPattern = isJoining;
    isOpen = isJoining || (isOpen && /^[([{|-]/.test(found));
  }
  return words;
}
