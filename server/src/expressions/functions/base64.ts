// Base64 of a text's UTF-8. What is no Base64 gives nothing.
import { textOfUtf8, utf8Bytes } from '../../text/utf8';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(text: string): string {
  const bytes = utf8Bytes(text);
  let encoded = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3);
    encoded += alphabet[first >> 2] ?? '';
    encoded += alphabet[((first & 3) << 4) | ((second ?? 0) >> 4)] ?? '';
    encoded += second === undefined ? '=' : (alphabet[((second & 15) << 2) | ((third ?? 0) >> 6)] ?? '');
    encoded += third === undefined ? '=' : (alphabet[third & 63] ?? '');
  }
  return encoded;
}

export function fromBase64(text: string): string | undefined {
  const plain = text.replace(/[\r\n]/g, '');
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(plain) || plain.replace(/=+$/, '').length % 4 === 1) {
    return undefined;
  }
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of plain.replace(/=+$/, '')) {
    value = ((value << 6) | alphabet.indexOf(character)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return textOfUtf8(bytes);
}
