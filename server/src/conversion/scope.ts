// What the expressions of one field see, and where what can't be said in JSONata is noted.
import { operand, type Jsonata } from './jsonata';

export interface Scope {
  /** What `$` is there. `undefined` where it can't be told. */
  readonly input: Jsonata | undefined;
  readonly refusals: Refusals;
}

/** Why something has no exact equivalent, and what has to hold of the data for it to have one. */
export class Refusals {
  readonly reasons: string[] = [];
  /** Clauses that follow an "if". */
  readonly conditions: string[] = [];

  /** Notes what has to hold. */
  provided(condition: string): void {
    if (!this.conditions.includes(condition)) {
      this.conditions.push(condition);
    }
  }

  /** Notes a reason; what it gives stands in for the expression, which nobody will see. */
  add(reason: string): Jsonata {
    if (!this.reasons.includes(reason)) {
      this.reasons.push(reason);
    }
    return operand('null');
  }
}
