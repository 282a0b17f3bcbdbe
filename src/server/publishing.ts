import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './convert';
import type { OpenDocuments } from './documents';

/** Brings findings to the editor: those that can pull are told when to, the others are sent them. */
export class Publishing {
  readonly #connection: Connection;
  readonly #texts: TextDocuments<TextDocument>;
  readonly #pulls: boolean;
  readonly #refreshes: boolean;

  constructor(connection: Connection, texts: TextDocuments<TextDocument>, client: ClientCapabilities) {
    this.#connection = connection;
    this.#texts = texts;
    this.#pulls = client.textDocument?.diagnostic !== undefined;
    this.#refreshes = client.workspace?.diagnostics?.refreshSupport === true;
  }

  /** Begins to send the findings of documents as they change, to an editor that does not pull. */
  watch(open: OpenDocuments): void {
    if (this.#pulls) return;
    this.#texts.onDidChangeContent(({ document }) => void this.#push(open, document.uri));
    this.#texts.onDidClose(
      ({ document }) => void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
  }

  /** Everything may be different now: settings, the project file, other files. */
  refresh(open: OpenDocuments): void {
    open.forget();
    if (this.#refreshes) this.#connection.languages.diagnostics.refresh();
    else if (!this.#pulls) for (const { uri } of this.#texts.all()) void this.#push(open, uri);
  }

  async #push(open: OpenDocuments, uri: string): Promise<void> {
    const diagnostics = await open.diagnostics(uri);
    const text = this.#texts.get(uri);
    if (!text) return;
    const items = diagnostics.map((diagnostic) =>
      toDiagnostic(text, diagnostic, (other, span) => open.rangeOf(other, span)),
    );
    await this.#connection.sendDiagnostics({ uri, version: text.version, diagnostics: items });
  }
}
