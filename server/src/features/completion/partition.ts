import type { Definition } from '../../analysis/definition';

const partitions = /\barn:(\$\{[^}\s]*\}|aws[\w-]*):/;

/** The partition of an ARN, as far as it is written: `aws-cn`, or a placeholder. */
export function partitionIn(text: string): string | undefined {
  return partitions.exec(text)?.[1];
}

/** The partition that the ARNs of a definition name, as the first of them does. */
export function partitionOf({ text, host }: Definition): string {
  return partitionIn(text.slice(host.span.start, host.span.end)) ?? 'aws';
}
