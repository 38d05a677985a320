// `npm run notices`: writes THIRD-PARTY-NOTICES.txt, the licences of every package whose code is in a bundle.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundles } from './build/bundles.mjs';
import { buildWorker } from './build/worker.mjs';

const root = join(import.meta.dirname, '..');
const file = join(root, 'THIRD-PARTY-NOTICES.txt');

/**
 * The text of the notices as the bundles are now.
 * @returns {Promise<string>}
 */
export async function notices() {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true, write: false, logLevel: 'silent' })));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  // A worker is a text to the page that starts it.
  const workers = await Promise.all(inputs.filter((input) => input.startsWith('worker:')).map((input) => buildWorker(input.slice('worker:'.length))));
  const folders = new Set();
  for (const input of [...inputs, ...workers.flatMap(({ metafile }) => Object.keys(metafile.inputs))]) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder) {
      folders.add(folder);
    }
  }
  return [
    'Stepwise contains code of the following packages, under their own licences.\n',
    ...[...folders].sort().map(notice),
    graphviz(),
    serviceModels(),
  ].join('\n');
}

/** @param {string} folder a package's, below the root */
function notice(folder) {
  const { name, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const licence = readdirSync(join(root, folder)).find((each) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(each));
  if (!licence) {
    throw new Error(`${name} has no licence file.`);
  }
  const text = readFileSync(join(root, folder, licence), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${'-'.repeat(80)}\n${name} (${license})\n\n${text}\n`;
}

/** The package that carries Graphviz names its own licence alone. */
function graphviz() {
  return `${'-'.repeat(80)}\nGraphviz (EPL-1.0)\n\n@hpcc-js/wasm-graphviz contains Graphviz, compiled and unchanged, under the Eclipse Public License 1.0: https://www.eclipse.org/legal/epl-v10.html\nIts source code is at https://gitlab.com/graphviz/graphviz. It comes without warranty, and its contributors are liable for nothing.\n`;
}

/** The models of services are no code in a bundle, but made from packages all the same. */
function serviceModels() {
  const licence = readFileSync(join(root, 'server/data/LICENSE'), 'utf8').trim();
  return `${'-'.repeat(80)}\nAWS SDK for JavaScript, v2 and v3 (Apache-2.0)\nCopyright Amazon.com, Inc. or its affiliates. All Rights Reserved.\n\nThe models of AWS services in server/data are derived from its type declarations; they were shortened and put into another form.\n\n${licence}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void notices().then((text) => writeFileSync(file, text));
}
