// The examples with which a rule documents itself.
import { AslDocument, type DocumentOptions } from '../analysis/document';

/** JSON as it is written; YAML, where the rule is about that; or a text that is too large to be shown, with a sentence about it. */
export type Example = string | YamlExample | LargeExample;

interface YamlExample {
  readonly yaml: string;
}

interface LargeExample {
  readonly told: string;
  readonly make: () => string;
}

export function isLarge(example: Example): example is LargeExample {
  return typeof example === 'object' && 'told' in example;
}

/** @param options what the text does not say of itself, such as what tasks can call */
export function documentOf(example: Example, options: DocumentOptions = {}): AslDocument {
  if (typeof example === 'string') {
    return new AslDocument(example, 'json', options);
  }
  return 'yaml' in example ? new AslDocument(example.yaml, 'yaml', options) : new AslDocument(example.make(), 'json', options);
}
