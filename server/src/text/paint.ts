// Text for a terminal: its colors, and what must not reach one.

const styles = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;

export type Paint = (style: keyof typeof styles, text: string) => string;

export const colored: Paint = (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m`;

export const plain: Paint = (_style, text) => text;

// Text of a file could otherwise move the cursor, or write backwards, on the terminal of whoever reads it.
const control = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** The text with everything that would steer the terminal made visible. */
export function visible(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(control, '�');
}
