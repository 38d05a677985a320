// What the YAML library finds, in our own words.
import type { YAMLError } from 'yaml';

/** The beginnings of its messages, which say more than its codes. */
const messages: readonly (readonly [begin: RegExp, message: string])[] = [
  [/^All mapping items must start at the same column/, 'This does not line up: the keys of one object begin in the same column.'],
  [/^All sequence items must start at the same column/, 'This does not line up: the dashes of one list stand in the same column.'],
  [/^Nested mappings are not allowed in compact mappings/, 'This is a second colon on the line. Text that has a colon and a space in it needs quotes.'],
  [/^A block sequence may not be used as an implicit map key/, 'A list can\'t be a key: a colon or an indentation is missing here.'],
  [/^Implicit keys need to be on a single line|^Implicit map keys need to be followed by map values/, 'A colon is missing on this line or the one above.'],
  [/^Tabs are not allowed as indentation/, 'YAML takes no tabs for indentation, only spaces.'],
  [/^Plain value cannot start with/, 'Text that begins with this sign needs quotes.'],
  [/^Missing closing "quote/, 'The closing quote of this text is missing.'],
  [/^Missing closing 'quote/, 'The closing quote of this text is missing.'],
  [/^Flow map in block collection must be|^Expected flow map to end with/, 'A closing } is missing.'],
  [/^Flow sequence in block collection must be|^Expected flow sequence to end with/, 'A closing ] is missing.'],
  [/^Missing , between flow collection items/, 'A comma is missing before this.'],
  [/^Unexpected seq-item-ind|^Sequence item without - indicator/, 'This does not belong to the list above: a dash is missing, or its indentation is another one.'],
  [/^Unexpected scalar at node end/, 'Nothing may follow the closing quote but a comment.'],
  [/^Unexpected/, 'This can\'t stand here.'],
  [/^Block scalar header includes extra characters/, 'Behind | or > the text begins on the next line.'],
  [/^Block collections are not allowed within flow collections/, 'Inside braces and brackets, lists are written in brackets too.'],
  [/^Tags and anchors must be separated/, 'A space is missing behind the tag or the anchor.'],
  [/^Comments must be separated/, 'A space is missing before the #.'],
  [/^Source contains multiple documents/, 'A file holds one definition. What follows --- is not read.'],
  [/^Invalid escape sequence/, 'This escape does not exist in YAML.'],
  [/^(?:Unresolved tag|Could not resolve tag)/, 'This tag is not known.'],
];

export function messageOf({ message }: YAMLError): string {
  const [, own] = messages.find(([begin]) => begin.test(message)) ?? [];
  return own ?? (message.endsWith('.') ? message : `${message}.`);
}
