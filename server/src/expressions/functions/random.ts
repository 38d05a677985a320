// Random numbers as the service draws them: those with a seed by Java's own generator, whose numbers are documented.
// Source: java.util.Random; recorded results of States.MathRandom and $random with seeds.

const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/** Java's linear congruential generator. */
export class JavaRandom {
  private state: bigint;

  constructor(seed: number) {
    this.state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  }

  private next(bits: number): number {
    this.state = (this.state * multiplier + 0xbn) & mask;
    return Number(BigInt.asIntN(32, this.state >> BigInt(48 - bits)));
  }

  /** From 0 to before a bound. */
  nextInt(bound: number): number {
    if ((bound & -bound) === bound) {
      return Number((BigInt(bound) * BigInt(this.next(31))) >> 31n);
    }
    for (;;) {
      const bits = this.next(31);
      const value = bits % bound;
      // A draw from the last, incomplete stretch of numbers would not be fair.
      if (bits - value + bound - 1 <= 0x7fffffff) {
        return value;
      }
    }
  }

  /** From 0 to before 1. */
  nextDouble(): number {
    return (this.next(26) * 2 ** 27 + this.next(27)) / 2 ** 53;
  }
}

/** A version 4 UUID from a source of numbers from 0 to before 1. */
export function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, (_, index) => (index === 12 ? 4 : index === 16 ? 8 + Math.floor(random() * 4) : Math.floor(random() * 16)).toString(16)).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
