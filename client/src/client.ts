import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/explain';
import { codeActions, openCommand } from './code-actions';
import { settingsMiddleware } from './config-file';
import { provideCodeLenses } from './lenses';
import type { WorkflowTypes } from './workflow-type';

/** Names the client in settings (`stepwise.trace.server`) and in the output. */
export const clientId = 'stepwise';
export const clientName = 'Stepwise';

/** The language ids are the ones that the AWS Toolkit uses too, so files behave alike where both are installed. */
export const languageIds = ['asl', 'asl-yaml'] as const;

/**
 * What SAM and CloudFormation templates are opened as. The server hears of every such file, looks in its text for a state machine's resource
 * type, and leaves alone what has none. These languages don't start the extension, or it would run wherever there is a YAML file:
 * it starts in a workspace that looks like one of state machines (`activationEvents`), and serves templates from then on.
 */
export const templateLanguageIds = ['yaml', 'json', 'jsonc', 'cloudformation'] as const;

/** What both hosts start a client with. Every scheme is served: the server reads what the editor sends, never the disk. */
export function clientOptions(workflowTypes: WorkflowTypes): LanguageClientOptions {
  return {
    documentSelector: [...languageIds, ...templateLanguageIds].map((language) => ({ language })),
    initializationOptions: { explain: true, showReferences: true, findsFiles: true, suggestCommand: 'editor.action.triggerSuggest', openCommand, schemas: true } satisfies InitializationOptions,
    middleware: { ...settingsMiddleware((uri) => workflowTypes.get(uri)), provideCodeLenses, ...codeActions },
    // One that the client makes for itself would go with each restart, and an open panel would turn to another one.
    outputChannel: vscode.window.createOutputChannel(clientName, { log: true }),
    diagnosticPullOptions: { onChange: true, onTabs: false },
  };
}
