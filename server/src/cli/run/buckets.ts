// Buckets as folders: `DIR/bucket/key`.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { ObjectStore } from '../../simulator/world';
import { UsageError, type Host } from '../command';

/**
 * Objects below a folder. Nothing outside of it is ever read or written, whatever the names say. What is not there is told: the run itself fails in
 * AWS's words, which name no object.
 *
 * @param named the folder, as `--buckets` has it
 * @throws a `UsageError` where it is none
 */
export function bucketsIn(named: string, host: Host): ObjectStore {
  const folder = resolve(host.cwd, named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--buckets takes a folder that has a folder for each bucket, and ${named === '' ? 'nothing' : named} is none.`);
  }
  const within = (bucket: string, key: string): string | undefined => {
    const path = resolve(folder, bucket, key);
    const inside = relative(folder, path);
    return inside === '' || inside.startsWith('..') || resolve(folder, inside) !== path ? undefined : path;
  };
  return {
    read(bucket, key) {
      const path = within(bucket, key);
      try {
        return path === undefined ? undefined : readFileSync(path, 'utf8');
      } catch {
        host.complain(`There is no s3://${bucket}/${key}: ${join(named, bucket, key)} can't be read.`);
        return undefined;
      }
    },
    list(bucket, prefix) {
      const root = within(bucket, '.');
      try {
        return (root === undefined ? [] : readdirSync(root, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => ({ path, key: relative(root ?? '', path).replaceAll('\\', '/') }))
          .filter(({ key }) => key.startsWith(prefix))
          .sort((one, other) => (one.key < other.key ? -1 : 1))
          .map(({ path, key }) => ({ key, size: statSync(path).size }));
      } catch {
        // There is no such bucket.
        return [];
      }
    },
    write(bucket, key, text) {
      const path = within(bucket, key);
      if (path !== undefined) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    },
  };
}
