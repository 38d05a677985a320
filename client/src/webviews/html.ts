// The skeleton that every page of the extension is given. A page brings its own script and style; the policy is the same for all.

import { Uri, type Webview, type WebviewOptions } from 'vscode';

/** Scripts run, and only what was built into `dist/media` can be loaded. */
export function pageOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist', 'media')] };
}

/** The document of a page whose bundles are `dist/media/<name>.js` and `.css`; the script fills `<main>`. */
export function pageHtml(webview: Webview, extension: Uri, name: string, title: string): string {
  const resource = (file: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'media', file)).toString();
  const nonce = newNonce();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  // The pages speak English whatever the editor's language is, and a screen reader has to know.
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="${resource(`${name}.css`)}">
</head>
<body>
  <main id="page"></main>
  <script nonce="${nonce}" src="${resource(`${name}.js`)}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
