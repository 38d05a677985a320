// "Stepwise: New State Machine…": a whole pipeline to start from, in the notation and the query language of one's choice, as a text that no file holds yet.
// While one is chosen, its graph is seen below the list.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exists } from '../files';
import { GraphPreview } from '../webviews/graph/preview';

/** What `templates/list.json` says of each. Its texts are beside it. */
interface Template {
  readonly file: string;
  readonly group: string;
  /** The name of one of VS Code's icons. */
  readonly icon: string;
  readonly name: string;
  readonly description: string;
}

interface Form {
  readonly notation: 'json' | 'yaml';
  readonly queryLanguage: 'JSONPath' | 'JSONata';
}

/** A template's file: its lines in each form. */
type Texts = Readonly<Record<Form['queryLanguage'], Readonly<Record<Form['notation'], readonly string[]>>>>;

const forms: readonly Form[] = (['JSONata', 'JSONPath'] as const).flatMap((queryLanguage) => (['json', 'yaml'] as const).map((notation) => ({ notation, queryLanguage })));

/** Where the form that was chosen last is remembered. */
const lastForm = 'stepwise.newStateMachine.form';

/** The scheme under which the texts of templates are read for their pictures. */
const scheme = 'stepwise-template';

/** Registers the command. */
export function registerNewStateMachine({ extensionUri, globalState }: vscode.ExtensionContext, client: BaseLanguageClient): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extensionUri, 'templates');
  const textOf = async (file: string, { queryLanguage, notation }: Form): Promise<string> => {
    const texts = JSON.parse(await read(folder, `${file}.json`)) as Texts;
    return `${texts[queryLanguage][notation].join('\n')}\n`;
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ path, query }) => textOf(path.slice(1, path.indexOf('.')), formOf(query)) }),
    vscode.commands.registerCommand('stepwise.newStateMachine', async () => {
      const last = globalState.get<string>(lastForm);
      const preview = new GraphPreview(extensionUri, client);
      try {
        const template = await chooseTemplate(JSON.parse(await read(folder, 'list.json')) as Template[], ({ file, name, description }) => {
          const { notation, queryLanguage } = formOf(last);
          preview.show({ uri: vscode.Uri.from({ scheme, path: `/${file}.asl.${notation}`, query: labelOf({ notation, queryLanguage }) }), name, text: description });
        });
        const form = template && (await chooseForm(template, last));
        if (form) {
          await globalState.update(lastForm, labelOf(form));
          await open(template, form, await textOf(template.file, form));
        }
      } finally {
        // Only now, so that what was there before isn't seen between the picture and the text.
        preview.dispose();
      }
    }),
  );
}

/** @param look is told of each template that is come to */
async function chooseTemplate(templates: readonly Template[], look: (template: Template) => void): Promise<Template | undefined> {
  const items = templates.flatMap((template, index) => {
    const { group, name, description, icon } = template;
    const item = { label: name, detail: description, iconPath: new vscode.ThemeIcon(icon), template };
    return group === templates[index - 1]?.group ? [item] : [{ label: group, kind: vscode.QuickPickItemKind.Separator, template: undefined }, item];
  });
  const picker = vscode.window.createQuickPick<(typeof items)[number]>();
  Object.assign(picker, { title: 'New State Machine', placeholder: 'What is it to do?', matchOnDetail: true, items });
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => {
      if (item?.template) {
        look(item.template);
      }
    });
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.template);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** The form that was chosen last comes first. */
async function chooseForm({ name }: Template, last: string | undefined): Promise<Form | undefined> {
  const items = forms.map((form) => ({ label: labelOf(form), form })).sort((one, other) => Number(other.label === last) - Number(one.label === last));
  const picked = await vscode.window.showQuickPick(items, { title: `New State Machine: ${name}`, placeHolder: 'How is it to be written?' });
  return picked?.form;
}

/** The form of a label; JSON with JSONata for any other text. */
function formOf(label: string | undefined): Form {
  return forms.find((form) => labelOf(form) === label) ?? { notation: 'json', queryLanguage: 'JSONata' };
}

function labelOf({ notation, queryLanguage }: Form): string {
  return `${notation.toUpperCase()} with ${queryLanguage}`;
}

/** Where there is a folder, the text has the place in it where it will be saved; nothing is written before. */
async function open({ file }: Template, { notation }: Form, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: notation === 'json' ? 'asl' : 'asl-yaml', content: text }));
    return;
  }
  const document = await vscode.workspace.openTextDocument(await freeUri(folder, file, `asl.${notation}`));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), text);
  });
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  editor.revealRange(editor.selection);
}

/** The name, or the first free one of "name-2", "name-3" and so on. */
async function freeUri(folder: vscode.Uri, name: string, extension: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const place = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${String(number)}`}.${extension}`);
    const untitled = vscode.Uri.from({ scheme: 'untitled', path: place.path });
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    if (!isOpen && !(await exists(place))) {
      return untitled;
    }
  }
}

async function read(folder: vscode.Uri, name: string): Promise<string> {
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)), { encoding: 'utf8' });
}
