import {
  CodeActionKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';

/** Everything that can be mended without a doubt, in one step. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.orchestrationLens`;

/** What this server can do for an editor that can do what it says. */
export function capabilities({ capabilities: client }: InitializeParams): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
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
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      },
      diagnosticProvider: client.textDocument?.diagnostic && {
        identifier: 'orchestration-lens',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    },
  };
}
