// The snippet syntax that editors share: a text with tab stops, written `$1`, `${1:default}` or `${1|one,other|}`.

/** A text as it has to be written in a snippet, where `$`, `}` and `\` mean something. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

const special = /\\([\\$}])|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{\d+\|((?:\\.|[^\\|,])*)(?:\\.|[^\\|])*\|\}|\$(\d+)|\$\{(\d+)\}/g;

/** What stands there when every stop is left at its default. A choice's is the first, a stop's that comes again what it has been before. */
export function withoutTabStops(snippet: string): string {
  const defaults = new Map<string, string>();
  return snippet.replace(special, (_, escaped?: string, stop?: string, standard?: string, choice?: string, mirror?: string, braced?: string) => {
    if (stop !== undefined && standard !== undefined) {
      const text = unescape(standard);
      defaults.set(stop, text);
      return text;
    }
    return escaped ?? (choice === undefined ? (defaults.get(mirror ?? braced ?? '') ?? '') : unescape(choice));
  });
}

const choosing = /^\$\{\d+\|/;

/**
 * With the stop where the text ends as the last one, at which editors leave the snippet: within one they may suggest nothing,
 * and what is typed on the lines below would be within it.
 */
export function leftAtItsEnd(snippet: string): string {
  const stops = [...snippet.matchAll(special)].filter(([, escaped]) => escaped === undefined).map(({ 0: text, index }) => ({ text, end: index + text.length, number: Number(/\d+/.exec(text)?.[0]) }));
  const last = stops.at(-1);
  const isLast = last?.end === snippet.length && stops.every((stop) => stop === last || (stop.number > 0 && stop.number < last.number));
  return isLast && !choosing.test(last.text) ? snippet.slice(0, -last.text.length) + last.text.replace(/\d+/, '0') : snippet;
}

function unescape(text: string): string {
  return text.replace(/\\([\\$}|,])/g, '$1');
}
