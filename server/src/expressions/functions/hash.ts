// The digests of States.Hash and $hash. Web Crypto has no MD5 and answers later; a run can't wait for it.
// Sources: RFC 1321 (MD5), FIPS 180-4 (the SHA family).
import { utf8Bytes } from '../../text/utf8';

/** The digest of a text's UTF-8 in lower-case hexadecimal; `undefined` for an algorithm of another name. */
export function digest(text: string, algorithm: string): string | undefined {
  const bytes = utf8Bytes(text);
  switch (algorithm) {
    case 'MD5':
      return md5(bytes);
    case 'SHA-1':
      return sha1(bytes);
    case 'SHA-256':
      return sha256(bytes);
    case 'SHA-384':
      return sha512(bytes, true).slice(0, 96);
    case 'SHA-512':
      return sha512(bytes, false);
    default:
      return undefined;
  }
}

/** The message with its end mark and its length in bits, in whole blocks. */
function padded(bytes: readonly number[], block: number, isLittleEndian = false): number[] {
  const lengthBytes = block / 8;
  const message = [...bytes, 0x80];
  while (message.length % block !== block - lengthBytes) {
    message.push(0);
  }
  const length = Array.from({ length: lengthBytes }, (_, index) => (index < 7 ? Math.floor((bytes.length * 8) / 2 ** (8 * index)) & 0xff : 0));
  return message.concat(isLittleEndian ? length : length.reverse());
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function hex(words: readonly number[]): string {
  return words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

function md5(bytes: readonly number[]): string {
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  const message = padded(bytes, 64, true);
  for (let start = 0; start < message.length; start += 64) {
    const word = (index: number): number => [3, 2, 1, 0].reduce((value, at) => (value << 8) | (message[start + index * 4 + at] ?? 0), 0);
    const before = [a, b, c, d] as const;
    for (let round = 0; round < 64; round++) {
      const quarter = round >> 4;
      const mixed = quarter === 0 ? (b & c) | (~b & d) : quarter === 1 ? (d & b) | (~d & c) : quarter === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const index = quarter === 0 ? round : (quarter === 1 ? 5 * round + 1 : quarter === 2 ? 3 * round + 5 : 7 * round) % 16;
      const constant = Math.floor(Math.abs(Math.sin(round + 1)) * 2 ** 32);
      const sum = (a + mixed + constant + word(index)) | 0;
      [a, b, c, d] = [d, (b + rotated(sum, shifts[quarter * 4 + (round % 4)] ?? 0)) | 0, b, c];
    }
    [a, b, c, d] = [(a + before[0]) | 0, (b + before[1]) | 0, (c + before[2]) | 0, (d + before[3]) | 0];
  }
  return hex([a, b, c, d].map((each) => ((each & 0xff) << 24) | ((each & 0xff00) << 8) | ((each >>> 8) & 0xff00) | (each >>> 24)));
}

function bigEndianWords(message: readonly number[], start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => [0, 1, 2, 3].reduce((value, at) => (value << 8) | (message[start + index * 4 + at] ?? 0), 0));
}

function sha1(bytes: readonly number[]): string {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const message = padded(bytes, 64);
  for (let start = 0; start < message.length; start += 64) {
    const words = bigEndianWords(message, start, 16);
    for (let index = 16; index < 80; index++) {
      words.push(rotated((words[index - 3] ?? 0) ^ (words[index - 8] ?? 0) ^ (words[index - 14] ?? 0) ^ (words[index - 16] ?? 0), 1));
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let round = 0; round < 80; round++) {
      const [mixed, constant] =
        round < 20 ? [(b & c) | (~b & d), 0x5a827999] : round < 40 ? [b ^ c ^ d, 0x6ed9eba1] : round < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
      [a, b, c, d, e] = [(rotated(a, 5) + mixed + e + constant + (words[round] ?? 0)) | 0, a, rotated(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((each, index) => (state[index] = ((state[index] ?? 0) + each) | 0));
  }
  return hex(state);
}

const primes = Array.from({ length: 420 }, (_, index) => index + 2).filter((number) => Array.from({ length: Math.max(0, Math.floor(Math.sqrt(number)) - 1) }, (_, at) => at + 2).every((divisor) => number % divisor !== 0));

/** The first bits of the fraction of a root: the constants of SHA-2. */
function fraction(number: number, root: 2n | 3n, bits: bigint): bigint {
  const scaled = BigInt(number) << (bits * root);
  let low = 0n;
  let high = BigInt(number) << bits;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** root <= scaled) {
      low = middle;
    } else {
      high = middle - 1n;
    }
  }
  return BigInt.asUintN(Number(bits), low);
}

let constants256: readonly number[] | undefined;

function sha256(bytes: readonly number[]): string {
  constants256 ??= primes.slice(0, 64).map((prime) => Number(fraction(prime, 3n, 32n)) | 0);
  const state = primes.slice(0, 8).map((prime) => Number(fraction(prime, 2n, 32n)) | 0);
  const message = padded(bytes, 64);
  const turned = (value: number, by: number): number => rotated(value, 32 - by);
  for (let start = 0; start < message.length; start += 64) {
    const words = bigEndianWords(message, start, 16);
    for (let index = 16; index < 64; index++) {
      const near = words[index - 2] ?? 0;
      const far = words[index - 15] ?? 0;
      words.push(((turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)) + (words[index - 7] ?? 0) + (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)) + (words[index - 16] ?? 0)) | 0);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let round = 0; round < 64; round++) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (constants256[round] ?? 0) + (words[round] ?? 0)) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((each, index) => (state[index] = ((state[index] ?? 0) + each) | 0));
  }
  return hex(state);
}

let constants512: readonly bigint[] | undefined;

/** @param isShort SHA-384 starts from the second eight primes, not from the first, and is cut off by the caller */
function sha512(bytes: readonly number[], isShort: boolean): string {
  const mask = (1n << 64n) - 1n;
  const turned = (value: bigint, by: bigint): bigint => ((value >> by) | (value << (64n - by))) & mask;
  constants512 ??= primes.slice(0, 80).map((prime) => fraction(prime, 3n, 64n));
  const state = (isShort ? primes.slice(8, 16) : primes.slice(0, 8)).map((prime) => fraction(prime, 2n, 64n));
  const message = padded(bytes, 128);
  for (let start = 0; start < message.length; start += 128) {
    const words = Array.from({ length: 16 }, (_, index) => {
      const [high = 0, low = 0] = bigEndianWords(message, start + index * 8, 2);
      return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    });
    for (let index = 16; index < 80; index++) {
      const near = words[index - 2] ?? 0n;
      const far = words[index - 15] ?? 0n;
      words.push(((turned(near, 19n) ^ turned(near, 61n) ^ (near >> 6n)) + (words[index - 7] ?? 0n) + (turned(far, 1n) ^ turned(far, 8n) ^ (far >> 7n)) + (words[index - 16] ?? 0n)) & mask);
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (let round = 0; round < 80; round++) {
      const one = (h + (turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n)) + ((e & f) ^ (~e & mask & g)) + (constants512[round] ?? 0n) + (words[round] ?? 0n)) & mask;
      const two = ((turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))) & mask;
      [a, b, c, d, e, f, g, h] = [(one + two) & mask, a, b, c, (d + one) & mask, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((each, index) => (state[index] = ((state[index] ?? 0n) + each) & mask));
  }
  return state.map((each) => each.toString(16).padStart(16, '0')).join('');
}
