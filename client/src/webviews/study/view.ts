// The Study view in the side bar. Its page is thrown away whenever the view is hidden and made anew when it is shown;
// nothing is lost, since sessions and record live on this side.
import { commands, env, Uri, ViewColumn, window, workspace, type Disposable, type WebviewView, type WebviewViewProvider } from 'vscode';
import type { Library } from '../../study/library';
import { studyOptions } from '../../study/options';
import type { StudyStore } from '../../study/store';
import { Channel } from '../channel';
import { pageHtml } from '../html';
import { studyHost, type StudyEditor } from './host';
import type { Goal, StudyHost, StudyPage } from './messages';

/** The view's id in the manifest. */
export const studyView = 'stepwise.study';

/** What the view has others do. */
export interface Around {
  exportRecord(): Promise<void>;
  importRecord(): Promise<void>;
  resetRecord(): Promise<void>;
  insertTask(text: string): Promise<void>;
  onDidChangeRecord(): void;
}

/** Fills the Study view when it is first shown; costs nothing before. */
export class StudyView implements WebviewViewProvider, Disposable {
  private channel: Channel<StudyHost, StudyPage> | undefined;
  /** Where a page that is not there yet is to go. */
  private goal: Goal | undefined;

  constructor(
    private readonly extensionUri: Uri,
    private readonly library: () => Promise<Library>,
    private readonly store: StudyStore,
    private readonly around: Around,
  ) {}

  /** Shows the view with the focus in it, and in it what is asked for. */
  async show(goal?: Goal): Promise<void> {
    this.goal = goal;
    if (goal && this.channel) {
      this.channel.tell('show', goal);
    }
    await commands.executeCommand(`${studyView}.focus`);
  }

  /** The record, or the decks, may have changed. */
  refresh(): void {
    this.channel?.tell('changed');
  }

  resolveWebviewView(view: WebviewView): void {
    const media = Uri.joinPath(this.extensionUri, 'dist', 'media');
    const handlers = studyHost(this.library, this.store, this.editor(), studyOptions, { now: Date.now, random: Math.random });
    const channel = new Channel<StudyHost, StudyPage>((message) => void view.webview.postMessage(message), {
      ...handlers,
      ready: () => {
        if (this.goal) {
          channel.tell('show', this.goal);
        }
      },
      arrived: () => {
        this.goal = undefined;
      },
      answer: async (answered) => {
        const quiz = await handlers.answer(answered);
        this.around.onDidChangeRecord();
        return quiz;
      },
      handIn: async (handed) => {
        const quiz = await handlers.handIn(handed);
        this.around.onDidChangeRecord();
        return quiz;
      },
    });
    this.channel = channel;
    view.webview.options = { enableScripts: true, localResourceRoots: [media] };
    const listening = [
      view.webview.onDidReceiveMessage((message) => void channel.receive(message)),
      // The reader comes back, perhaps from another window where the session went on.
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && view.visible) {
          channel.tell('changed');
        }
      }),
    ];
    view.onDidDispose(() => {
      channel.close();
      this.channel = undefined;
      for (const one of listening) {
        one.dispose();
      }
    });
    view.webview.html = pageHtml('study', 'Study', {
      address: (file) => view.webview.asWebviewUri(Uri.joinPath(media, file)).toString(),
      origin: view.webview.cspSource,
    });
  }

  dispose(): void {
    this.channel?.close();
  }

  private editor(): StudyEditor {
    const then = (work: Promise<void>): void => {
      void work.then(() => {
        this.refresh();
        this.around.onDidChangeRecord();
      });
    };
    return {
      openLink: (url) => void env.openExternal(Uri.parse(url, true)),
      copy: (text) => void env.clipboard.writeText(text),
      openMachine: (text) => void openText('asl', text),
      insertTask: (text) => void this.around.insertTask(text),
      openValue: (value) => void openText('json', JSON.stringify(value, undefined, 2)),
      exportRecord: () => void this.around.exportRecord(),
      importRecord: () => {
        then(this.around.importRecord());
      },
      resetRecord: () => {
        then(this.around.resetRecord());
      },
    };
  }
}

async function openText(language: string, content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document, ViewColumn.Active);
}
