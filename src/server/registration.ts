import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { FORMATS_AFTER } from '../language/onTypeFormatting';

const [first, ...more] = FORMATS_AFTER;
const ON_TYPE = { firstTriggerCharacter: first, moreTriggerCharacter: [...more] };

/** Other languages have formatters of their own, among which a user would have to choose. */
const OUR_LANGUAGES = [{ language: 'asl' }, { language: 'asl-yaml' }, { language: 'eventpattern' }];

/** What is laid out, for an editor that cannot be told for which languages. */
export function formatterCapabilities(params: InitializeParams): ServerCapabilities {
  if (canRegister(params)) return {};
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: ON_TYPE,
  };
}

/** Tells the editor to lay out definitions and event patterns, and nothing else. */
export function registerFormatters(connection: Connection, params: InitializeParams): void {
  if (!canRegister(params)) return;
  const documentSelector = OUR_LANGUAGES;
  void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
  void connection.client.register(DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE });
}

function canRegister({ capabilities: { textDocument } }: InitializeParams): boolean {
  const asked = [textDocument?.formatting, textDocument?.rangeFormatting, textDocument?.onTypeFormatting];
  return asked.every((one) => one?.dynamicRegistration === true);
}
