// What was read of expressions before, so that an edit reads anew only what it changed. Belongs to whoever makes the documents.
import { readJsonata, type JsonataExpression } from './expressions';

/** Two generations of as much as this are kept: more than a definition of the greatest size has. */
const mostEntries = 4_000;
const mostText = 1_000_000;

/** JSONata by its text. Paths and intrinsic functions are read almost as fast as they would be found. */
export class ExpressionCache {
  private recent = new Map<string, JsonataExpression>();
  private older: ReadonlyMap<string, JsonataExpression> = new Map();
  private textLength = 0;

  /** @param value a string, its `{%` and `%}` included */
  jsonata(value: string): JsonataExpression {
    let expression = this.recent.get(value);
    if (!expression) {
      expression = this.older.get(value) ?? readJsonata(value);
      this.keep(value, expression);
    }
    return expression;
  }

  /** What is not asked for while a generation fills is forgotten with the one after it. */
  private keep(value: string, expression: JsonataExpression): void {
    if (this.recent.size >= mostEntries || this.textLength + value.length > mostText) {
      this.older = this.recent;
      this.recent = new Map();
      this.textLength = 0;
    }
    this.recent.set(value, expression);
    this.textLength += value.length;
  }
}
