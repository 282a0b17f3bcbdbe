import type { Connection, Range, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageDocument } from '../language/document';
import { judge, type Diagnostic } from '../rules/run';
import type { Span } from '../syntax/tree';
import { toRange } from './convert';
import type { Preparation } from './preparation';
import type { Settings } from './settings';
import type { WorkspaceFiles } from './workspaceFiles';

interface Entry {
  readonly version: number;
  readonly document: LanguageDocument;
  diagnostics?: readonly Diagnostic[];
}

/** The open documents as the language features see them: one entry for each, of its newest version. */
export class OpenDocuments {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #settings: Settings;
  readonly #connection: Connection;
  readonly #workspace: WorkspaceFiles;
  readonly #preparation: Preparation;
  #entries = new Map<string, Entry>();

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    settings: Settings,
    workspace: WorkspaceFiles,
    preparation: Preparation,
  ) {
    this.#preparation = preparation;
    this.#workspace = workspace;
    this.#connection = connection;
    this.#documents = documents;
    this.#settings = settings;
    documents.onDidClose(({ document }) => this.#entries.delete(document.uri));
  }

  text(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** Settings have changed: everything is judged anew. */
  forget(): void {
    this.#entries.clear();
  }

  async get(uri: string): Promise<LanguageDocument | undefined> {
    return (await this.#entry(uri))?.document;
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    if (await this.#settings.ignores(uri)) return [];
    const entry = await this.#entry(uri);
    if (!entry) return [];
    if (entry.diagnostics) return entry.diagnostics;
    const { document } = entry;
    this.#workspace.update(document);
    const workspace = saysSomething(document) ? this.#workspace.graph : undefined;
    return (entry.diagnostics = judge(document.text, document.located, {
      config: document.config,
      path: uri,
      workspace,
      onRuleError: (rule, error) =>
        this.#connection.console.error(`The rule ${rule} failed on ${uri}: ${describe(error)}`),
    }));
  }

  /** Where a span of any file of the workspace is. */
  rangeOf(uri: string, span: Span): Range | undefined {
    const text = this.#documents.get(uri);
    return text ? toRange(text, span) : this.#workspace.rangeOf(uri, span);
  }

  async #prepared(uri: string): Promise<void> {
    const text = this.#documents.get(uri);
    if (text) await this.#preparation.for({ path: uri, text: text.getText(), languageId: text.languageId });
  }

  async #entry(uri: string): Promise<Entry | undefined> {
    const config = await this.#settings.for(uri);
    await this.#prepared(uri);
    // Read after the waits: the text may have changed meanwhile.
    const text = this.#documents.get(uri);
    if (!text) return undefined;
    const known = this.#entries.get(uri);
    if (known?.version === text.version) return known;
    const document = new LanguageDocument(
      { path: uri, text: text.getText(), languageId: text.languageId },
      config,
      known?.document,
    );
    const entry: Entry = { version: text.version, document };
    this.#entries.set(uri, entry);
    return entry;
  }
}

/** A file that is none of ours is no reason to read the workspace. */
function saysSomething({ located }: LanguageDocument): boolean {
  return located.stateMachines.length > 0 || located.template !== undefined || located.code !== undefined;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
