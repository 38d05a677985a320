// The services' files, beside the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog } from '../services/catalog';

const folder = join(__dirname, '..', 'server', 'data', 'services');

/** @param trouble is told of a file that can't be used */
export function servicesFromDisk(trouble: (message: string) => void): Catalog {
  return new Catalog(
    (name) => readFileSync(join(folder, `${name}.jsonl`), 'utf8'),
    (name, reason) => {
      trouble(`The model of the service "${name}" can't be used (${reason}), so what tasks hand to it is not checked. To mend this, install Stepwise again.`);
    },
  );
}
