// Web addresses as text.

/** An address that breaks between its parts and not within a word. */
export function address(url: string): (string | HTMLElement)[] {
  return url
    .replace('https://', '')
    .split(/(?<=[/?&#_])|(?=\.[\w.-]+\/)/)
    .flatMap((part) => [part, document.createElement('wbr')]);
}
