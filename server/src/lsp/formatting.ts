// The layout of files, of selections, and of what was just closed. It is offered for our own languages alone: to template files an editor
// brings a formatter of its own.
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type Connection,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { format, formatBehind, formatRange } from '../features/format';
import type { ClientAbilities } from './client-abilities';
import type { Handlers } from './handlers';

const documentSelector = [{ language: 'asl' }, { language: 'asl-yaml' }];
const whileTyping = { firstTriggerCharacter: '}', moreTriggerCharacter: [']'] };

/** Answers the requests. */
export function registerFormatting(connection: Connection, on: Handlers): void {
  connection.onDocumentFormatting(
    on.onDocument<DocumentFormattingParams, TextEdit[]>('format', [], (document, { mocks, config }, { options }) => (mocks ? [] : format(document, options, config.format.fieldOrder))),
  );
  connection.onDocumentRangeFormatting(
    on.onDocument<DocumentRangeFormattingParams, TextEdit[]>('formatRange', [], (document, { mocks, text }, { range, options }) =>
      mocks ? [] : formatRange(document, { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }, options),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    on.onCursor<DocumentOnTypeFormattingParams, TextEdit[]>('formatOnType', [], (document, offset, { mocks }, { options }) => (mocks ? [] : formatBehind(document, offset, options))),
  );
}

/** Tells a client that can be told later which files it is for. */
export function offerFormatting(connection: Connection, client: ClientAbilities): void {
  if (client.registers('formatting')) {
    void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  }
  if (client.registers('rangeFormatting')) {
    void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
  }
  if (client.registers('onTypeFormatting')) {
    void connection.client.register(DocumentOnTypeFormattingRequest.type, { documentSelector: [{ language: 'asl' }], ...whileTyping });
  }
}

/** What is said to any other client at once. */
export function formattingCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    ...(!client.registers('formatting') && { documentFormattingProvider: true }),
    ...(!client.registers('rangeFormatting') && { documentRangeFormattingProvider: true }),
    ...(!client.registers('onTypeFormatting') && { documentOnTypeFormattingProvider: whileTyping }),
  };
}
