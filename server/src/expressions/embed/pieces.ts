// A value as the pieces of source text that it was made from.

/**
 * Pieces in the order of both texts. A piece as long in the source as in the value stands for itself, character by character;
 * any other is one escape, or one line break, for the whole of its part of the value.
 */
export class Pieces {
  private readonly valueStarts: number[] = [];
  private readonly sourceStarts: number[] = [];
  private readonly sourceEnds: number[] = [];
  private valueLength = 0;

  /** Puts a piece at the end: `length` characters of the value, from the source between the two offsets. */
  add(length: number, sourceStart: number, sourceEnd: number): void {
    if (length === 0) {
      return;
    }
    const last = this.valueStarts.length - 1;
    if (last >= 0 && sourceEnd - sourceStart === length && this.sourceEnds[last] === sourceStart && this.isLiteral(last)) {
      this.sourceEnds[last] = sourceEnd;
    } else {
      this.valueStarts.push(this.valueLength);
      this.sourceStarts.push(sourceStart);
      this.sourceEnds.push(sourceEnd);
    }
    this.valueLength += length;
  }

  /** Where the value's character begins in the source. */
  startOf(offset: number, otherwise: number): number {
    const index = lastAtMost(this.valueStarts, offset);
    if (index < 0) {
      return otherwise;
    }
    const into = offset - at(this.valueStarts, index);
    return this.isLiteral(index) ? Math.min(at(this.sourceStarts, index) + into, at(this.sourceEnds, index)) : at(this.sourceStarts, index);
  }

  /** Where the value's character ends in the source. */
  endOf(offset: number, otherwise: number): number {
    const index = lastAtMost(this.valueStarts, offset);
    if (index < 0) {
      return otherwise;
    }
    const into = offset - at(this.valueStarts, index) + 1;
    return this.isLiteral(index) ? Math.min(at(this.sourceStarts, index) + into, at(this.sourceEnds, index)) : at(this.sourceEnds, index);
  }

  /** The value's character that stands at that place in the source, or the next one behind it. */
  toValue(sourceOffset: number): number {
    const index = lastAtMost(this.sourceStarts, sourceOffset);
    if (index < 0) {
      return 0;
    }
    if (sourceOffset >= at(this.sourceEnds, index)) {
      return this.valueEnd(index);
    }
    const start = at(this.valueStarts, index);
    return this.isLiteral(index) ? start + sourceOffset - at(this.sourceStarts, index) : start;
  }

  private isLiteral(index: number): boolean {
    return at(this.sourceEnds, index) - at(this.sourceStarts, index) === this.valueEnd(index) - at(this.valueStarts, index);
  }

  private valueEnd(index: number): number {
    return this.valueStarts[index + 1] ?? this.valueLength;
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

/** The last index whose number is not above the one sought; -1 where all are. */
function lastAtMost(numbers: readonly number[], sought: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(numbers, middle) <= sought) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
