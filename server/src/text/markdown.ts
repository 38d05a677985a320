// Texts of other people's in Markdown of ours.

export function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** Names come from the user's text and must not become markup. */
export function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]|^[#+-]|^\d+(?=\.)/g, '\\$&').replaceAll('\n', ' ');
}
