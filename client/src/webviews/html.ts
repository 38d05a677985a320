// The skeleton that every page of the extension is given. A page brings its own script and style; the policy is the same for all.
// It knows VS Code by two values only, so that tests open pages under the same policy in an ordinary browser.

/** How a page reaches what was built for it. */
export type PageResources = {
  /** The address of a file of `dist/media`. */
  address(file: string): string;
  /** The origin that the policy lets styles, images and fonts come from. */
  origin: string;
};

/** What some pages may do beyond what all may. */
export type PageAbilities = {
  /** Starts workers from its own script, which may compile WebAssembly, and shows images that it has made itself. */
  readonly computes?: boolean;
};

/** The document of a page whose bundles are `dist/media/<name>.js` and `.css`; the script fills `<main>`. */
export function pageHtml(name: string, title: string, { address, origin }: PageResources, { computes = false }: PageAbilities = {}): string {
  const nonce = newNonce();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'${computes ? ` 'wasm-unsafe-eval'` : ''}`,
    `style-src ${origin}`,
    `img-src ${origin}${computes ? ' blob:' : ''}`,
    `font-src ${origin}`,
    ...(computes ? ['worker-src blob:'] : []),
  ].join('; ');
  // The pages speak English whatever the editor's language is, and a screen reader has to know.
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
  <main id="page"></main>
  <script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
