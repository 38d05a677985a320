// The debugger in VS Code: sessions run in the extension's own process, so that they run in the browser too.
import * as vscode from 'vscode';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageIds } from '../client';
import { fileName } from '../files';
import { registerAnswers } from './answers';
import { Configurations, debugType } from './configuration';
import { expressionAt, expressionsIn } from './expressions';
import type { HelpersFor } from '../mock-helpers';
import { addressOf, pathOf, readFile, readFolder } from './files';
import type { Recorder, Recorders } from './recorder';
import { DebugSession } from './session';
import { registerTravel } from './travel';
import { registerValueHints } from './value-hints';

/** Registers all that debugging needs. */
export function registerDebugger(context: vscode.ExtensionContext, client: BaseLanguageClient, helpersFor: HelpersFor, recorders: Recorders): vscode.Disposable {
  const configurations = new Configurations(context.workspaceState);
  const selector = languageIds.map((language) => ({ language }));
  return vscode.Disposable.from(
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, { createDebugAdapterDescriptor: ({ configuration }) => new vscode.DebugAdapterInlineImplementation(new InlineAdapter(client, helpersFor, recorders.start(String(configuration['program'])))) }),
    vscode.debug.registerDebugConfigurationProvider(debugType, configurations),
    vscode.debug.registerDebugConfigurationProvider(debugType, { provideDebugConfigurations: () => configurations.provideDebugConfigurations() }, vscode.DebugConfigurationProviderTriggerKind.Dynamic),
    registerAnswers(),
    registerTravel(),
    registerValueHints(selector),
    vscode.commands.registerCommand('stepwise.replayHistory', async (history?: vscode.Uri, definition?: vscode.Uri, which?: Which) => replay(history, definition, which)),
    vscode.commands.registerCommand('stepwise.debug', async () => vscode.debug.startDebugging(undefined, { type: debugType, request: 'launch', name: 'Debug state machine', stopOnEntry: true })),
    vscode.languages.registerEvaluatableExpressionProvider(selector, {
      provideEvaluatableExpression: (document, position) => {
        const found = expressionAt(document.getText(), document.languageId === 'asl-yaml' ? 'yaml' : 'json', document.offsetAt(position));
        return found && new vscode.EvaluatableExpression(rangeOf(document, found), found.expression);
      },
    }),
    vscode.languages.registerInlineValuesProvider(selector, {
      provideInlineValues: async (document, _shown, { frameId, stoppedLocation }) => {
        const found = expressionsIn(document.getText(), document.languageId === 'asl-yaml' ? 'yaml' : 'json', document.offsetAt(stoppedLocation.start));
        return (await Promise.all(found.map(async (each) => valueBeside(rangeOf(document, each), each.expression, frameId)))).filter((value) => value !== undefined);
      },
    }),
  );
}

/** Of several runs in a history, and of several machines in a template, the one that is meant. */
type Which = { readonly [name in 'execution' | 'stateMachine']?: string | undefined };

/** Without what has no name. */
function named(which: Which): Which {
  return Object.fromEntries(Object.entries(which).filter(([, name]) => name !== undefined && name !== ''));
}

/** Debugs the definition with what the history tells; a person who gives neither is led to the page that has both. */
async function replay(history: vscode.Uri | undefined, definition: vscode.Uri | undefined, which: Which = {}): Promise<void> {
  if (!history || !definition) {
    await vscode.commands.executeCommand('stepwise.openHistory');
    return;
  }
  const name = `Replay ${fileName(history)}`;
  await vscode.debug.startDebugging(undefined, { type: debugType, request: 'launch', name, program: pathOf(definition), history: pathOf(history), ...named(which), stopOnEntry: true });
}

/** The value alone: VS Code's own way would say the expression again. */
async function valueBeside(range: vscode.Range, expression: string, frameId: number): Promise<vscode.InlineValue | undefined> {
  try {
    const { result } = (await vscode.debug.activeDebugSession?.customRequest('evaluate', { expression, frameId, context: 'watch' })) as DebugProtocol.EvaluateResponse['body'];
    return new vscode.InlineValueText(range, `= ${result}`);
  } catch {
    // It leads to nothing as long as the state has come no further.
    return undefined;
  }
}

function rangeOf(document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

class InlineAdapter extends vscode.Disposable implements vscode.DebugAdapter {
  readonly onDidSendMessage: vscode.Event<vscode.DebugProtocolMessage>;
  private readonly session: DebugSession;

  constructor(client: BaseLanguageClient, helpersFor: HelpersFor, recorder: Recorder) {
    const sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
    const session = new DebugSession({
      readFile,
      readFolder,
      mockHelpers: (mocks) => helpersFor(mocks === undefined ? undefined : addressOf(mocks)),
      ears: recorder,
      send(message) {
        sent.fire(message);
        const { event } = message as Partial<DebugProtocol.Event>;
        if (event === 'stopped') {
          recorder.look();
        } else if (event === 'terminated') {
          recorder.end();
        }
      },
      complain: (error) => client.error('The debugger failed.', error, false),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
    });
    super(() => {
      session.end();
      recorder.end();
      sent.dispose();
    });
    this.session = session;
    this.onDidSendMessage = sent.event;
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    void this.session.receive(message as DebugProtocol.ProtocolMessage);
  }
}
