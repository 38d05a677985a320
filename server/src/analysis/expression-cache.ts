// What was read of expressions before, so that an edit reads anew only what it changed, and what stands in many places is read once.
// Belongs to whoever makes the documents.
import { readJsonata, readPath, readTemplateValue, type JsonataExpression, type PathText } from './expressions';

/** Two generations of as much as this are kept: more than a definition of the greatest size has. */
const mostEntries = 4_000;
const mostText = 1_000_000;

/** Expressions by their text. */
export class ExpressionCache {
  private readonly jsonataTexts = new Generations(readJsonata);
  private readonly paths = new Generations(readPath);
  private readonly templateValues = new Generations(readTemplateValue);

  /** @param value a string, its `{%` and `%}` included */
  jsonata(value: string): JsonataExpression {
    return this.jsonataTexts.of(value);
  }

  path(value: string): PathText {
    return this.paths.of(value);
  }

  /** A path, or an intrinsic function. */
  templateValue(value: string): PathText {
    return this.templateValues.of(value);
  }
}

/** What a function gives for texts. What is not asked for while a generation fills is forgotten with the one after it. */
class Generations<T> {
  private recent = new Map<string, T>();
  private older: ReadonlyMap<string, T> = new Map();
  private textLength = 0;

  constructor(private readonly read: (text: string) => T) {}

  of(text: string): T {
    let found = this.recent.get(text);
    if (found === undefined) {
      found = this.older.get(text) ?? this.read(text);
      this.keep(text, found);
    }
    return found;
  }

  private keep(text: string, value: T): void {
    if (this.recent.size >= mostEntries || this.textLength + text.length > mostText) {
      this.older = this.recent;
      this.recent = new Map();
      this.textLength = 0;
    }
    this.recent.set(text, value);
    this.textLength += text.length;
  }
}
