import {
  CodeActionKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../language/semanticTokens';
import { formatterCapabilities } from './registration';

/** Everything that can be mended without a doubt, in one step. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.orchestrationLens`;

/** What this server can do for an editor that can do what it says. */
export function capabilities(params: InitializeParams): InitializeResult {
  const { capabilities: client } = params;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['"', ':', '$', '.', '{', '[', '(', ' '] },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      workspaceSymbolProvider: { resolveProvider: true },
      callHierarchyProvider: true,
      renameProvider: { prepareProvider: true },
      linkedEditingRangeProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      inlayHintProvider: true,
      codeLensProvider: {},
      signatureHelpProvider: { triggerCharacters: ['(', ','] },
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: true,
        range: true,
      },
      ...formatterCapabilities(params),
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
        resolveProvider: true,
      },
      diagnosticProvider: client.textDocument?.diagnostic && {
        identifier: 'orchestration-lens',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    },
  };
}
