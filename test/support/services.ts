import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog } from '../../server/src/services/catalog';

/** The services as they are shipped. A file that can't be used fails the test. */
export const services = new Catalog(
  (name) => readFileSync(join(import.meta.dirname, '../../server/data/services', `${name}.jsonl`), 'utf8'),
  (name, reason) => {
    throw new Error(`${name}: ${reason}`);
  },
);
