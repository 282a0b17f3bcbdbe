import type { Connection, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspacePlace } from '../language/workspacePlace';
import { READ_FILE, type ReadFileParams } from '../protocol/requests';
import { toRange } from './convert';
import type { OpenDocuments } from './documents';

/** Lines and characters of places in files that need not be open; a file is read once for one answer. */
export class FileTexts {
  readonly #connection: Connection;
  readonly #open: OpenDocuments;
  readonly #read = new Map<string, Promise<TextDocument | undefined>>();

  constructor(connection: Connection, open: OpenDocuments) {
    this.#connection = connection;
    this.#open = open;
  }

  /** A place's range; `undefined` where the file cannot be read any more. */
  async range({ path, span }: WorkspacePlace): Promise<Range | undefined> {
    const text = this.#open.text(path) ?? (await this.#textOf(path));
    return text && toRange(text, span);
  }

  #textOf(uri: string): Promise<TextDocument | undefined> {
    let text = this.#read.get(uri);
    if (!text) this.#read.set(uri, (text = this.#request(uri)));
    return text;
  }

  async #request(uri: string): Promise<TextDocument | undefined> {
    const params: ReadFileParams = { uri };
    const text = await this.#connection.sendRequest<string | null>(READ_FILE, params);
    return text === null ? undefined : TextDocument.create(uri, '', 0, text);
  }
}
