// What the expressions of one field see, and where what can't be said in JSONata is noted.
import { operand, type Jsonata } from './jsonata';

export interface Scope {
  /** What `$` is there. `undefined` where it can't be told. */
  readonly input: Jsonata | undefined;
  readonly refusals: Refusals;
}

/** Why something has no exact equivalent. */
export class Refusals {
  readonly reasons: string[] = [];

  /** Notes a reason; what it gives stands in for the expression, which nobody will see. */
  add(reason: string): Jsonata {
    if (!this.reasons.includes(reason)) {
      this.reasons.push(reason);
    }
    return operand('null');
  }
}
