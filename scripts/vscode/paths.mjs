// Where things are: the checkout, and the cache that every download and every profile goes to.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Git-ignored; deleting it costs one download. */
export const cache = join(root, '.vscode-test');

/** The server and the workbench of the installed VS Code. */
export const vscodeHome = join(cache, 'code-server', 'node_modules', 'code-server', 'lib', 'vscode');
