// An example of the input that runs are started with, as an author has put it beside the definition.
import { boolean, either, listOf, number, object, text, type Known } from './data';

/** So many items of a list are looked at. */
const mostItems = 100;

export class ExampleInput {
  #data: Known;

  private constructor(readonly value: unknown) {}

  /** @returns `undefined` for a text that is no JSON */
  static read(written: string): ExampleInput | undefined {
    try {
      return new ExampleInput(JSON.parse(written.replace(/^\uFEFF/, '')));
    } catch {
      return undefined;
    }
  }

  /** What is known of the input: an example shows what can be there, not all of it. */
  get data(): Known {
    this.#data ??= dataOf(this.value);
    return this.#data;
  }
}

function dataOf(value: unknown): Known {
  switch (typeof value) {
    case 'string':
      return text;
    case 'number':
      return number;
    case 'boolean':
      return boolean;
    default:
      return value === null || typeof value !== 'object'
        ? { is: 'null' }
        : Array.isArray(value)
          ? listOf(value.slice(0, mostItems).map(dataOf).reduce(either, undefined))
          : object(Object.entries(value).map(([name, each]) => [name, dataOf(each)]));
  }
}
