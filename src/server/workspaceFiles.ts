import type { Connection, Range } from 'vscode-languageserver';
import type { LanguageDocument } from '../language/document';
import { WorkspaceIndex } from '../language/workspaceIndex';
import { FILE_ENDINGS } from '../model/locate';
import type { FileFacts, WorkspaceGraph } from '../model/workspace';
import { FIND_FILES, READ_FILE, type FindFilesParams, type ReadFileParams } from '../protocol/requests';
import type { Span } from '../syntax/tree';
import type { Preparation } from './preparation';

/** Larger workspaces are known in part; what is not known is not concluded from. */
const MOST_FILES = 5_000;

/** Files whose text is longer say nothing that a person has written. */
const MOST_CHARACTERS = 2_000_000;

/** Reads the workspace in the background when the first file of ours is opened, and keeps up with it. */
export class WorkspaceFiles {
  readonly #connection: Connection;
  readonly #preparation: Preparation;
  readonly #index = new WorkspaceIndex();
  readonly #onChange: () => void;
  readonly #isOpen: (uri: string) => boolean;
  #loading: Promise<void> | undefined;
  #loaded = false;

  constructor(
    connection: Connection,
    preparation: Preparation,
    isOpen: (uri: string) => boolean,
    onChange: () => void,
  ) {
    this.#connection = connection;
    this.#preparation = preparation;
    this.#isOpen = isOpen;
    this.#onChange = onChange;
  }

  /** The graph as soon as every file has been read; asking for it begins the reading. */
  get graph(): WorkspaceGraph | undefined {
    this.#loading ??= this.#load();
    return this.#loaded ? this.#index.graph : undefined;
  }

  /** What the files that have been read say. */
  get facts(): readonly FileFacts[] {
    return this.#index.files;
  }

  /** Where a span of a file is that need not be open; `undefined` for a file that says nothing. */
  rangeOf(uri: string, { start, end }: Span): Range | undefined {
    const [from, to] = [this.#index.positionAt(uri, start), this.#index.positionAt(uri, end)];
    return from && to && { start: from, end: to };
  }

  /** The graph, waited for if the files are being read; `undefined` after so many milliseconds. */
  async graphWithin(milliseconds: number): Promise<WorkspaceGraph | undefined> {
    this.#loading ??= this.#load();
    const pause = new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    await Promise.race([this.#loading, pause]);
    return this.graph;
  }

  /** The same with an open document's text in it. */
  graphWith(document: LanguageDocument, milliseconds: number): Promise<WorkspaceGraph | undefined> {
    this.update(document);
    return this.graphWithin(milliseconds);
  }

  /** Takes an open document's text in place of the file's. */
  update(document: LanguageDocument): void {
    this.#index.update(document, document.located);
  }

  /** Files have changed on disk, or are gone. */
  async changed(uris: readonly string[]): Promise<void> {
    if (!this.#loaded) return;
    let changed = false;
    for (const uri of uris) if (!this.#isOpen(uri)) changed = (await this.#read(uri)) || changed;
    if (changed) this.#onChange();
  }

  /** Folders have joined or left the workspace: those that joined are read if the others are. */
  foldersChanged(gone: readonly string[]): void {
    for (const { path } of this.#index.files)
      if (gone.some((folder) => path.startsWith(`${folder}/`))) this.#index.remove(path);
    if (this.#loading) this.#loading = this.#load();
  }

  async #load(): Promise<void> {
    try {
      const params: FindFilesParams = { glob: `**/*.{${FILE_ENDINGS.join(',')}}`, limit: MOST_FILES };
      const uris = await this.#connection.sendRequest<string[]>(FIND_FILES, params);
      // A file may be open and never be asked about; one that has been is known as it is in the editor.
      for (const uri of uris) if (!this.#index.has(uri)) await this.#read(uri);
      this.#loaded = true;
      this.#onChange();
    } catch (error) {
      this.#connection.console.warn(
        `The workspace cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  async #read(uri: string): Promise<boolean> {
    const params: ReadFileParams = { uri };
    const text = await this.#connection.sendRequest<string | null>(READ_FILE, params);
    if (text === null) return this.#index.remove(uri);
    if (text.length > MOST_CHARACTERS) return false;
    await this.#preparation.for({ path: uri, text });
    if (this.#isOpen(uri) && this.#index.has(uri)) return false;
    return this.#index.update({ path: uri, text });
  }
}
