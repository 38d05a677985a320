// Tells, without the packages that the models are made from, whether the files are what was made, and made from what is there now.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Written with the models. */
export const checksumsFile = join(import.meta.dirname, 'checksums.json');

/** @returns the text of the file, for what is in the folders now */
export function checksums(): string {
  const sums = {
    inputs: sumOf(['scripts/models/inputs/package.json', 'scripts/models/inputs/package-lock.json']),
    generator: sumOf(['scripts/models.ts', ...filesIn('scripts/models', /\.ts$|^services\.json$/), 'server/src/services/format.ts']),
    models: sumOf(['server/data/LICENSE', 'server/data/services.json', ...filesIn('server/data/services', /./)]),
  };
  return `${JSON.stringify(sums, undefined, 2)}\n`;
}

function filesIn(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(root, folder)).filter((each) => name.test(each)).sort().map((each) => `${folder}/${each}`);
}

function sumOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  }
  return hash.digest('hex');
}
