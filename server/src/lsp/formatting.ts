// The layout of whole files. It is offered for our own languages alone: to template files an editor brings a formatter of its own.
import { DocumentFormattingRequest, type Connection, type DocumentFormattingParams, type ServerCapabilities, type TextEdit } from 'vscode-languageserver';
import { format } from '../features/format';
import type { ClientAbilities } from './client-abilities';
import type { Handlers } from './handlers';

/** Answers the request. */
export function registerFormatting(connection: Connection, on: Handlers): void {
  connection.onDocumentFormatting(on.onDocument<DocumentFormattingParams, TextEdit[]>('format', [], (document, { mocks }, { options }) => (mocks ? [] : format(document, options))));
}

/** Tells a client that can be told later which files it is for. */
export function offerFormatting(connection: Connection, client: ClientAbilities): void {
  if (client.registersFormatting) {
    void connection.client.register(DocumentFormattingRequest.type, { documentSelector: [{ language: 'asl' }, { language: 'asl-yaml' }] });
  }
}

/** What is said to any other client at once. */
export function formattingCapabilities(client: ClientAbilities): ServerCapabilities {
  return client.registersFormatting ? {} : { documentFormattingProvider: true };
}
