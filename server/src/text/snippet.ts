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

function unescape(text: string): string {
  return text.replace(/\\([\\$}|,])/g, '$1');
}
