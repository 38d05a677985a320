import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The corpus of real definitions: `$ASL_CORPUS`, or `shared/corpus` beside the checkout; `undefined` where there is none. */
export function corpusFolder(): string | undefined {
  const folder = process.env['ASL_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
  return existsSync(join(folder, 'valid', 'manifest.json')) ? folder : undefined;
}

/** The JSON files of a folder, by name. */
export function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'manifest.json')
    .sort();
}
