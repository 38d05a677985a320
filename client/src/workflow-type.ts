// "Stepwise: Choose Workflow Type": whether a file is deployed as a Standard or an Express workflow, where no template says so.
// What counts is shown behind the braces in the status bar; the choice for a file is remembered in the workspace.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { workflowTypeRequest, type WorkflowTypeAnswer, type WorkflowTypeParams } from '../../server/src/protocol/settings';
import { languageIds } from './client';
import { LastDefinition } from './last-definition';

/** What has been chosen, by the file's address. */
export class WorkflowTypes {
  private static readonly key = 'workflowTypes';
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memento: vscode.Memento) {}

  get(uri: string): string | undefined {
    return this.all()[uri];
  }

  async set(uri: string, type: string | undefined): Promise<void> {
    const others = Object.entries(this.all()).filter(([each]) => each !== uri);
    await this.memento.update(WorkflowTypes.key, Object.fromEntries(type === undefined ? others : [...others, [uri, type]]));
    this.changed.fire();
  }

  private all(): Readonly<Partial<Record<string, string>>> {
    return this.memento.get(WorkflowTypes.key, {});
  }
}

/** The command and the entry in the status bar. */
export function registerWorkflowType(client: BaseLanguageClient, types: WorkflowTypes): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('stepwise.workflowType', [...languageIds]);
  item.name = 'Stepwise: Workflow Type';
  const choose: vscode.Command = { command: 'stepwise.chooseWorkflowType', title: 'Choose' };
  item.command = choose;

  // Made first, so that it hears of another editor before those below ask it.
  const last = new LastDefinition();
  const typeOf = (uri: string): Promise<WorkflowTypeAnswer> => client.sendRequest<WorkflowTypeAnswer>(workflowTypeRequest, { uri } satisfies WorkflowTypeParams);

  const show = async (): Promise<void> => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri !== undefined && client.isRunning()) {
      const { type, isSaidByTemplate } = await typeOf(uri);
      item.text = type === 'EXPRESS' ? 'Express workflow' : type === 'STANDARD' ? 'Standard workflow' : isSaidByTemplate ? 'Standard and Express workflows' : 'Workflow type not known';
      item.detail = isSaidByTemplate ? 'as the template says' : types.get(uri) === undefined ? '' : 'chosen for this file';
      item.command = isSaidByTemplate ? undefined : choose;
    }
  };
  const showOrLeave = (): void => {
    // The server may stop while it is asked; the next change asks again.
    show().catch(() => undefined);
  };
  return vscode.Disposable.from(
    item,
    last,
    vscode.window.onDidChangeActiveTextEditor(showOrLeave),
    vscode.workspace.onDidChangeConfiguration(showOrLeave),
    client.onDidChangeState(showOrLeave),
    types.onDidChange(showOrLeave),
    vscode.commands.registerCommand('stepwise.chooseWorkflowType', async () => {
      const uri = last.document?.uri;
      if (!uri) {
        void vscode.window.showInformationMessage('Open a state machine first: its workflow type is what is chosen here.');
        return;
      }
      const { isSaidByTemplate } = await typeOf(uri.toString());
      if (isSaidByTemplate) {
        void vscode.window.showInformationMessage(`${vscode.workspace.asRelativePath(uri)} is a template: the Type of each state machine in it says how that is deployed.`);
        return;
      }
      const picked = await ask(vscode.workspace.asRelativePath(uri), types.get(uri.toString()));
      if (picked) {
        await types.set(uri.toString(), picked.type);
      }
    }),
  );
}

type Choice = vscode.QuickPickItem & { type: string | undefined };

const choices: readonly Choice[] = [
  { label: 'Standard', detail: 'Runs up to a year, each step exactly once.', type: 'STANDARD' },
  { label: 'Express', detail: 'Runs up to five minutes; no .sync, no callbacks, no activities, no distributed maps.', type: 'EXPRESS' },
  { label: 'As configured', detail: 'By the template around it, stepwise.config.json or the settings.', type: undefined },
];

/** Asks for a type, beginning at the one that was chosen before. */
async function ask(file: string, chosen: string | undefined): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.placeholder = `How is ${file} deployed?`;
  pick.items = choices.map((choice) => (choice.type === chosen ? { ...choice, description: 'current' } : choice));
  pick.activeItems = pick.items.filter(({ type }) => type === chosen);
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
