// Doc comments of AWS's SDKs, as one line.

/** The longest line that is kept, in characters. */
const longest = 110;

/**
 * The first sentence of a comment, without markup.
 * @param comment with its stars, HTML and tags
 */
export function oneLine(comment: string): string {
  const text = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\*[ \t]?/gm, '')
    .replace(/^@(?!see|link)[a-z]+[^]*$/m, '')
    .replace(/<(br|\/?p|\/?li|\/?ul|\/?note|\/?important)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\{@link ([\w.]+)[^}]*\}/g, '$1')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, '\'').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&')
    .replace(/\\([{}@*])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?[^.](?<!\b(?:e\.g|i\.e|etc|vs|approx|incl|no))[.!?:](?=\s+["'(\[]?[A-Z]|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= longest) {
    return sentence.replace(/:$/, '.');
  }
  const cut = sentence.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:(]+$/, '')}…`;
}

/** True for a comment that advises against what it describes. */
export function isDeprecated(comment: string): boolean {
  return /^\s*\*\s*@deprecated(?! unused in schema-serde)/m.test(comment);
}
