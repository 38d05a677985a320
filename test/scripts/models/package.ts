// Packages of AWS's SDKs as small as can be, in a temporary folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dedent } from '../../support/fixture';

/**
 * @param files their texts by path
 * @param read is given the folder, which is gone afterwards
 */
export function withPackage<T>(files: Readonly<Record<string, string>>, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stepwise-models-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), dedent(text));
    }
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
