import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAll } from '../language/codeActions';
import { definition } from '../language/definition';
import { documentKind } from '../language/documentKind';
import { folding } from '../language/folding';
import { hover } from '../language/hover';
import { symbols } from '../language/symbols';
import { DOCUMENT_KIND, RULE_PAGE, type DocumentKindParams, type RulePageParams } from '../protocol/requests';
import { rulePage } from '../rules/page';
import { rules } from '../rules/registry.generated';
import { PICK, type PickParams } from '../protocol/pick';
import { pick } from './pick';
import { toCodeAction, toDiagnostic, toDocumentSymbol, toRange, toSpan } from './convert';
import { OpenDocuments } from './documents';
import { Settings } from './settings';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.orchestrationLens`;

/** Answers one editor on one connection; the host (Node or a web worker) has made the connection. */
export function startServer(connection: Connection): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    const { workspace, textDocument } = params.capabilities;
    const folders = (params.workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, ''));
    const settings = new Settings(connection, folders, workspace?.configuration === true);
    const open = new OpenDocuments(connection, texts, settings);
    answer(connection, open);
    keepCurrent(connection, texts, open, settings, {
      pulls: textDocument?.diagnostic !== undefined,
      refreshes: workspace?.diagnostics?.refreshSupport === true,
      registers: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    });
    return capabilities(params);
  });
  texts.listen(connection);
  connection.listen();
}

function capabilities({ capabilities: client }: InitializeParams): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      diagnosticProvider: client.textDocument?.diagnostic && {
        identifier: 'orchestration-lens',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    },
  };
}

/** Diagnostics are pulled by editors that can, and pushed to the others. */
function keepCurrent(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  open: OpenDocuments,
  settings: Settings,
  client: { pulls: boolean; refreshes: boolean; registers: boolean },
): void {
  const push = async (uri: string): Promise<void> => {
    const diagnostics = await open.diagnostics(uri);
    const text = texts.get(uri);
    if (!text) return;
    const items = diagnostics.map((diagnostic) => toDiagnostic(text, diagnostic));
    await connection.sendDiagnostics({ uri, version: text.version, diagnostics: items });
  };
  if (!client.pulls) {
    texts.onDidChangeContent(({ document }) => void push(document.uri));
    texts.onDidClose(
      ({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
  }
  const reread = (): void => {
    settings.forget();
    open.forget();
    if (client.refreshes) connection.languages.diagnostics.refresh();
    else if (!client.pulls) for (const { uri } of texts.all()) void push(uri);
  };
  connection.onInitialized(() => {
    if (client.registers) void connection.client.register(DidChangeConfigurationNotification.type);
  });
  connection.onDidChangeConfiguration(reread);
  connection.onDidChangeWatchedFiles(reread);
}

function answer(connection: Connection, open: OpenDocuments): void {
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const diagnostics = await open.diagnostics(textDocument.uri);
    const text = open.text(textDocument.uri);
    const items = text ? diagnostics.map((diagnostic) => toDiagnostic(text, diagnostic)) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const found = document && text && hover(document, text.offsetAt(position));
    return found
      ? { contents: { kind: 'markdown', value: found.markdown }, range: toRange(text, found.span) }
      : null;
  });

  connection.onDefinition(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const link = document && text && definition(document, text.offsetAt(position));
    if (!link) return null;
    return [
      {
        originSelectionRange: toRange(text, link.from),
        targetUri: text.uri,
        targetRange: toRange(text, link.target),
        targetSelectionRange: toRange(text, link.targetName),
      },
    ];
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    return document && text ? symbols(document).map((symbol) => toDocumentSymbol(text, symbol)) : [];
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    return folding(document)
      .map((span) => toRange(text, span))
      .filter(({ start, end }) => end.line > start.line)
      .map(({ start, end }) => ({
        startLine: start.line,
        endLine: end.character === 0 ? end.line - 1 : end.line,
      }));
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = await open.get(textDocument.uri);
    const diagnostics = await open.diagnostics(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    const wants = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions = wants(CodeActionKind.QuickFix)
      ? codeActions(document, diagnostics, toSpan(text, range))
      : [];
    const all = context.only && wants(FIX_ALL) ? fixAll(diagnostics) : undefined;
    return [...actions, ...(all ? [all] : [])].map((action) => toCodeAction(text, action));
  });

  connection.onRequest(PICK, (params: PickParams) => pick(params));

  connection.onRequest(RULE_PAGE, ({ rule: id }: RulePageParams) => {
    const rule = rules.find((candidate) => candidate.id === id);
    return rule ? rulePage(rule) : null;
  });

  connection.onRequest(DOCUMENT_KIND, async ({ uri }: DocumentKindParams) => {
    const document = await open.get(uri);
    return (document && documentKind(document)) ?? null;
  });
}
