// Writes what is known of AWS's services: `server/data/services/*.jsonl` and `server/data/services.json`.
//
// `npm run models` installs the packages that it reads (scripts/models/inputs, pinned by a lock file of its own) and writes the files anew:
// from the same packages always the same bytes. Nothing else needs the packages; where they are installed, the tests make all of it again
// and compare, and everywhere they compare checksums.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServiceIndex } from '../server/src/services/format';
import type { Api } from './models/api';
import { checksums, checksumsFile } from './models/checksums';
import { encode } from './models/encode';
import { exceptionPrefix } from './models/names';
import { integrations } from './models/optimized';
import { readClient } from './models/sdk-v3';
import { servicesOf } from './models/sdk-v2';

const root = join(import.meta.dirname, '..');
const inputs = join(import.meta.dirname, 'models/inputs/node_modules');

/** What the developer guide says of AWS SDK integrations, kept by hand. */
interface Listed {
  /** The services, by the names that resources have for them. */
  readonly services: readonly string[];
  /** Operations of them that Step Functions does not offer. */
  readonly unsupported: Readonly<Record<string, readonly string[]>>;
  /** Names that people take for a service's, and the right ones. */
  readonly mistaken: Readonly<Record<string, string>>;
}

const listed: Listed = JSON.parse(readFileSync(join(import.meta.dirname, 'models/services.json'), 'utf8'));

/** HTTP tasks call no service, so their shapes are all their own. */
const http: Api = { id: 'HTTP', source: 'AWS Step Functions Developer Guide', frozen: false, declarations: new Map(), operations: [] };

/** True where the packages are installed that the models are read from. */
export function hasInputs(): boolean {
  return existsSync(inputs);
}

/** Every file that is made here, by its path from the repository's root. */
export function generated(): Record<string, string> {
  const known = sources();
  const files: Record<string, string> = {};
  const services: Record<string, 0 | 1> = {};
  for (const name of [...listed.services, 'http'].sort()) {
    const api = name === 'http' ? http : known.get(name)?.();
    if (name !== 'http') {
      services[name] = api ? 1 : 0;
    }
    if (api) {
      const { data, docs } = encode(api, listed.unsupported[name] ?? [], integrations.filter(({ model }) => model === name));
      files[`server/data/services/${name}.jsonl`] = `${JSON.stringify(data)}\n${JSON.stringify(docs)}\n`;
    }
  }
  const index: ServiceIndex = {
    services,
    optimized: Object.fromEntries(integrations.map(({ service, action, model }) => [`${service}:${action}`, model])),
    mistaken: listed.mistaken,
  };
  files['server/data/services.json'] = `${JSON.stringify(index, undefined, 1)}\n`;
  // What is made from the packages stays under their licence.
  files['server/data/LICENSE'] = readFileSync(join(inputs, 'aws-sdk/LICENSE.txt'), 'utf8').replaceAll('\r\n', '\n');
  return files;
}

/** Each service's own client where it is installed, and the SDK of 2024 for the others. */
function sources(): ReadonlyMap<string, () => Api> {
  const found = new Map<string, () => Api>();
  for (const [id, read] of servicesOf(join(inputs, 'aws-sdk'))) {
    found.set(exceptionPrefix(id).toLowerCase(), read);
  }
  for (const name of readdirSync(join(inputs, '@aws-sdk')).filter((each) => each.startsWith('client-')).sort()) {
    const api = readClient(join(inputs, '@aws-sdk', name));
    found.set(exceptionPrefix(api.id).toLowerCase(), () => api);
  }
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const files = generated();
  rmSync(join(root, 'server/data'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(checksumsFile, checksums());
}
