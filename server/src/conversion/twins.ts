// Fields that JSONPath gives a twin for paths, such as `SecondsPath`: in JSONata they are one field.
import { operand, type Jsonata } from './jsonata';

/** Texts that JSONata reads and JSONPath does not. */
export const evaluated: ReadonlySet<string> = new Set(['Error', 'Cause', 'Timestamp']);

const whole = '[$ = $floor($)]';

/** Numbers, each with the test for those that JSONPath takes: where none is left, the state fails as it would have. */
const numbers: Readonly<Partial<Record<string, string>>> = {
  Seconds: '[$ >= 0 and $ = $floor($)]',
  TimeoutSeconds: '[$ > 0 and $ = $floor($)]',
  HeartbeatSeconds: '[$ > 0 and $ = $floor($)]',
  MaxConcurrency: whole,
  ToleratedFailureCount: whole,
  ToleratedFailurePercentage: '',
  MaxItems: whole,
  MaxItemsPerBatch: whole,
  MaxInputBytesPerBatch: whole,
};

/** The names of the twins. */
export const twins: ReadonlySet<string> = new Set([...evaluated, ...Object.keys(numbers)].map((name) => `${name}Path`));

/** What a path leads to, as the field takes it: JSONPath reads a number from a text too. */
export function valueFor(field: string, value: Jsonata): Jsonata {
  const test = numbers[field];
  return test === undefined ? value : operand(`$number(${value.text})${test}`, 'number');
}
