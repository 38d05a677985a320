// The note on the service that a Task calls: from a hover on its Resource, and from the cursor.
import * as vscode from 'vscode';
import { questionsOn, type Library, type StudyNote } from './library';

const selector: vscode.DocumentSelector = [{ language: 'asl' }, { language: 'asl-yaml' }];

/** A Resource in a line: the service that it calls, or the kind of function or activity that it names. */
const resource = /arn:aws[\w-]*:(?:states:[^:\s"']*:[^:\s"']*:(?:aws-sdk:)?([\w-]+)|(lambda|batch|glue|sagemaker|sns|sqs|dynamodb|ecs)):/g;

/** Shows below the hover on a Resource that there is a note on its service. */
export function registerServiceNotes(library: () => Promise<Library>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const found = await noteAt(library, document, position);
        if (!found) {
          return undefined;
        }
        const { note, questions } = found;
        const text = new vscode.MarkdownString(`$(book) [Note: ${note.title}](command:stepwise.openNote?${encodeURIComponent(JSON.stringify([note.id]))})${questions > 0 ? ` · [${String(questions)} questions](command:stepwise.quizMe?${encodeURIComponent(JSON.stringify([note.id]))})` : ''}`, true);
        text.isTrusted = { enabledCommands: ['stepwise.openNote', 'stepwise.quizMe'] };
        return new vscode.Hover(text);
      },
    }),
    vscode.commands.registerCommand('stepwise.openServiceNote', async () => {
      const editor = vscode.window.activeTextEditor;
      const found = editor && (await noteAt(library, editor.document, editor.selection.active, true));
      if (found) {
        await vscode.commands.executeCommand('stepwise.openNote', found.note.id);
      } else {
        void vscode.window.showInformationMessage('There is no Resource at the cursor, or no note on its service.');
      }
    }),
  );
}

/** @param inLine takes the Resource in the cursor's line, wherever in it the cursor is */
async function noteAt(library: () => Promise<Library>, document: vscode.TextDocument, position: vscode.Position, inLine = false): Promise<{ note: StudyNote; questions: number } | undefined> {
  const { text } = document.lineAt(position.line);
  const match = [...text.matchAll(resource)].find(({ 0: whole, index }) => {
    const end = index + whole.length + (/^[\w.:-]*/.exec(text.slice(index + whole.length))?.[0].length ?? 0);
    return inLine || (index <= position.character && position.character <= end);
  });
  const service = match?.[1] ?? match?.[2];
  if (service === undefined) {
    return undefined;
  }
  const all = await library();
  const note = all.notes.find(({ services }) => services.includes(service.toLowerCase()));
  return note && { note, questions: questionsOn(all, note.id) };
}
