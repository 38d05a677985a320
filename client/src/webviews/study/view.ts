// The Study view in the side bar. Its page is thrown away whenever the view is hidden and made anew when it is shown;
// nothing is lost, since runs and record live on this side.

import { commands, env, Uri, ViewColumn, window, workspace, type ExtensionContext, type WebviewView, type WebviewViewProvider } from 'vscode';
import { openLibrary } from '../../study/library';
import { openStore } from '../../study/store';
import { Channel } from '../channel';
import { pageHtml } from '../html';
import { studyHost, type StudyEditor } from './host';
import type { StudyHost, StudyPage } from './messages';

/** The view's id in the manifest. */
export const studyView = 'stepwise.study';

/** Fills the Study view when it is first shown; costs nothing before. */
export function studyViewProvider(context: ExtensionContext): WebviewViewProvider {
  const media = Uri.joinPath(context.extensionUri, 'dist', 'media');
  const library = openLibrary((file) => readJson(Uri.joinPath(media, 'study', file)));
  const store = openStore(context.globalState);
  const handlers = studyHost(library, store, editor, { now: Date.now, random: Math.random });

  return {
    resolveWebviewView(view: WebviewView) {
      const channel = new Channel<StudyHost, StudyPage>((message) => void view.webview.postMessage(message), handlers);
      view.webview.options = { enableScripts: true, localResourceRoots: [media] };
      const listening = [
        view.webview.onDidReceiveMessage((message) => void channel.receive(message)),
        // The reader comes back, perhaps from another window where the run went on.
        window.onDidChangeWindowState(({ focused }) => {
          if (focused && view.visible) {
            channel.tell('changed');
          }
        }),
      ];
      view.onDidDispose(() => {
        channel.close();
        for (const one of listening) {
          one.dispose();
        }
      });
      view.webview.html = pageHtml('study', 'Study', {
        address: (file) => view.webview.asWebviewUri(Uri.joinPath(media, file)).toString(),
        origin: view.webview.cspSource,
      });
    },
  };
}

const editor: StudyEditor = {
  openLink: (url) => void env.openExternal(Uri.parse(url, true)),
  copy: (text) => void env.clipboard.writeText(text),
  openMachine: (text) => void openText('asl', text),
  openValue: (value) => void openText('json', JSON.stringify(value, undefined, 2)),
};

async function openText(language: string, content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document, ViewColumn.Active);
}

/** Through `workspace.fs`, so that it works where there is no file system: in a browser's extension host too. */
async function readJson(uri: Uri): Promise<unknown> {
  return JSON.parse(await workspace.decode(await workspace.fs.readFile(uri), { encoding: 'utf8' }));
}

/** Shows the view and moves the focus into it. */
export async function showStudy(): Promise<void> {
  await commands.executeCommand(`${studyView}.focus`);
}
