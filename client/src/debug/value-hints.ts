// Beside each state, what it gave in the last run: in the editor of the definition, until the next run or until it is told to go.
import * as vscode from 'vscode';
import type { Json } from '../../../server/src/expressions/value';
import type { State } from '../../../server/src/model/machine';
import { cut } from '../../../server/src/text/words';
import { debugType } from './configuration';
import { Refusal } from './conversation';
import { addressOf } from './files';
import { valuesEvent, type LastValue } from './messages';
import { readProgram } from './program';

const setting = 'inlayHints.lastValues';
/** Of a value beside the text, and of one in the hover: longer ones are cut. */
const mostBeside = 60;
const mostInHover = 2000;

interface Kept {
  readonly states: Readonly<Partial<Record<string, LastValue>>>;
  readonly stateMachine: string | undefined;
}

/** Registers the hints, which follow every session, and the command that takes them away. */
export function registerValueHints(selector: vscode.DocumentSelector): vscode.Disposable {
  const kept = new Map<string, Kept>();
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.debug.onDidReceiveDebugSessionCustomEvent(({ session, event, body }) => {
      const { program, stateMachine } = session.configuration as { program?: unknown; stateMachine?: string };
      if (session.type === debugType && event === valuesEvent && typeof program === 'string') {
        kept.set(addressOf(program).toString(), { states: (body as { states: Kept['states'] }).states, stateMachine });
        changed.fire();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(`stepwise.${setting}`) && changed.fire()),
    vscode.commands.registerCommand('stepwise.clearValues', () => {
      kept.clear();
      changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) => {
        const values = kept.get(document.uri.toString());
        return values && vscode.workspace.getConfiguration('stepwise', document).get<boolean>(setting, true) ? hintsIn(document, range, values) : [];
      },
    }),
  );
}

function hintsIn(document: vscode.TextDocument, range: vscode.Range, { states, stateMachine }: Kept): vscode.InlayHint[] {
  return statesIn(document, stateMachine).flatMap(({ name, nameNode }) => {
    const value = states[name];
    const { line } = document.positionAt(nameNode.start);
    return value && line >= range.start.line && line <= range.end.line ? hint(document.lineAt(line).range.end, value) : [];
  });
}

interface ReadStates {
  readonly version: number;
  readonly stateMachine: string | undefined;
  readonly states: readonly State[];
}

/** The editor asks again whenever the text is scrolled: each version is read once. */
const read = new WeakMap<vscode.TextDocument, ReadStates>();

function statesIn(document: vscode.TextDocument, stateMachine: string | undefined): readonly State[] {
  const { version } = document;
  const before = read.get(document);
  if (before?.version === version && before.stateMachine === stateMachine) {
    return before.states;
  }
  const states = readStates(document, stateMachine);
  read.set(document, { version, stateMachine, states });
  return states;
}

/** None while the text can't be read: the hints come again with the letter that mends it. */
function readStates(document: vscode.TextDocument, stateMachine: string | undefined): readonly State[] {
  try {
    return readProgram(document.uri.path, document.getText(), stateMachine).states;
  } catch (error) {
    if (error instanceof Refusal) {
      return [];
    }
    throw error;
  }
}

function hint(position: vscode.Position, { visits, input, output, error }: LastValue): vscode.InlayHint {
  const times = visits > 1 ? ` (${visits} visits)` : '';
  const label = error !== undefined ? `✗ ${cut(JSON.stringify(error), mostBeside)}` : output !== undefined ? `→ ${cut(JSON.stringify(output), mostBeside)}` : '… at work';
  const shown = new vscode.InlayHint(position, `${label}${times}`);
  shown.paddingLeft = true;
  const parts: [string, Json | undefined][] = [['Input', input], ['Output', output], ['Error', error]];
  shown.tooltip = new vscode.MarkdownString(
    ['**In the last run**', ...parts.flatMap(([title, value]) => (value === undefined ? [] : [`${title}\n\n\`\`\`json\n${cut(JSON.stringify(value, undefined, 2), mostInHover)}\n\`\`\``]))].join('\n\n'),
  );
  return shown;
}
