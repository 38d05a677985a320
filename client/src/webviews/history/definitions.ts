// Which definition a history belongs to: the one that the person has chosen for it, the one that the extension has kept with it, or the one
// that has all of its states.
import { QuickPickItemKind, Uri, window, workspace, type Memento, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { definitionPlacesRequest, type DefinitionPlacesParams, type Graph, type GraphRange } from '../../../../server/src/protocol/graph';
import { languageIds, templateLanguageIds } from '../../client';
import { GraphNames } from '../../history/moment';
import type { Tracker } from '../../history/tracker';
import { graphOf } from '../graph/panel';

const rememberedKey = 'historyDefinitions';
const mostFiles = 100;
const mostNames = 3;

export interface Fit {
  readonly uri: Uri;
  readonly graph: Graph;
  readonly names: GraphNames;
  /** States of the history that it does not have. */
  readonly unknown: readonly string[];
}

/** Finds the definition; `undefined` where none that is known fits. */
export async function definitionFor(history: Uri, tracker: Tracker, kept: string | undefined, client: BaseLanguageClient, memento: Memento): Promise<Fit | undefined> {
  for (const address of [memento.get<Record<string, string>>(rememberedKey, {})[history.toString()], kept]) {
    const fit = address === undefined ? undefined : await fitOf(Uri.parse(address), tracker, client);
    if (fit) {
      return fit;
    }
  }
  const fits: Fit[] = [];
  for (const uri of await candidates()) {
    const fit = (await mayHave(uri, tracker)) ? await fitOf(uri, tracker, client) : undefined;
    if (fit && fit.unknown.length === 0 && tracker.visits.length > 0) {
      fits.push(fit);
    }
  }
  return fits.sort(better)[0];
}

/** How a definition fits, of a file with several the one that fits best; `undefined` where there is none that can be read. */
export async function fitOf(uri: Uri, tracker: Tracker, client: BaseLanguageClient): Promise<Fit | undefined> {
  try {
    await workspace.openTextDocument(uri);
    const params = { textDocument: { uri: uri.toString() } } satisfies DefinitionPlacesParams;
    const places = await client.sendRequest<GraphRange[]>(definitionPlacesRequest, params);
    const graphs = await Promise.all(places.map(({ start }) => graphOf(client, uri, start)));
    const fits = graphs.filter((graph) => graph !== undefined).map((graph): Fit => {
      const names = new GraphNames(graph);
      return { uri, graph, names, unknown: [...new Set(tracker.visits.filter((visit) => names.idOf(visit) === undefined).map(({ name }) => name))] };
    });
    return fits.sort(better)[0];
  } catch {
    // The file is gone, or is none that has text.
    return undefined;
  }
}

/** False for a text without the names of the first states: it need not be opened. */
async function mayHave(uri: Uri, { visits }: Tracker): Promise<boolean> {
  try {
    const text = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
    return visits.slice(0, mostNames).every(({ name }) => text.includes(name) || text.includes(JSON.stringify(name).slice(1, -1)));
  } catch {
    // It is gone, or can't be read now.
    return false;
  }
}

/** Fewest states that it lacks, then the least that was not come to. */
function better(one: Fit, other: Fit): number {
  return one.unknown.length - other.unknown.length || one.names.size - other.names.size;
}

/** What is told where not all fits; `undefined` where it does. */
export function misfit({ unknown }: Fit): string | undefined {
  const [first] = unknown;
  if (first === undefined) {
    return undefined;
  }
  const shown = unknown.slice(0, mostNames).map((name) => `"${name}"`).join(', ');
  return `This state machine is another one than was run: it has no ${unknown.length === 1 ? 'state' : 'states'} ${shown}${unknown.length > mostNames ? ` and ${String(unknown.length - mostNames)} more` : ''} of this history.`;
}

/** Asks the person, and remembers it. */
export async function chooseDefinition(history: Uri, tracker: Tracker, client: BaseLanguageClient, memento: Memento): Promise<boolean> {
  const fits = (await Promise.all((await candidates()).map(async (uri) => fitOf(uri, tracker, client)))).filter((fit) => fit !== undefined).sort(better);
  const items: (QuickPickItem & { uri?: Uri })[] = fits.map(({ uri, unknown }) => ({ label: workspace.asRelativePath(uri), description: unknown.length === 0 ? 'has all states of the history' : `lacks ${String(unknown.length)}`, uri }));
  const browse: QuickPickItem = { label: '$(folder-opened) Choose a File…' };
  const picked = await window.showQuickPick<QuickPickItem & { uri?: Uri }>([...items, { label: '', kind: QuickPickItemKind.Separator }, browse], { placeHolder: 'The state machine that was run' });
  const uri = picked?.uri ?? (picked === browse ? (await window.showOpenDialog({ canSelectMany: false, filters: { 'State machines': ['json', 'yaml', 'yml', 'asl'] } }))?.[0] : undefined);
  if (!uri) {
    return false;
  }
  await memento.update(rememberedKey, { ...memento.get<Record<string, string>>(rememberedKey, {}), [history.toString()]: uri.toString() });
  return true;
}

/** What is open, templates too, and the state machines of the workspace. */
async function candidates(): Promise<Uri[]> {
  const open = workspace.textDocuments.filter(({ languageId }) => [...languageIds, ...templateLanguageIds].some((id) => id === languageId)).map(({ uri }) => uri);
  const found = await workspace.findFiles('**/*.{asl,asl.json,asl.yaml,asl.yml}', '**/node_modules/**', mostFiles);
  return [...new Map([...open, ...found].map((uri) => [uri.toString(), uri])).values()];
}
