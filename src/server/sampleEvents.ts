import type { Connection } from 'vscode-languageserver';
import type { GivenEvent } from '../language/match/events';
import { EVENT_GLOB } from '../protocol/match';
import { FIND_FILES, READ_FILE, type FindFilesParams, type ReadFileParams } from '../protocol/requests';

/** More files are not worth a lens. */
const MOST_FILES = 200;

/** EventBridge takes 256 KB in an entry; Lambda gets a few of them at once. */
const MOST_CHARACTERS = 1_000_000;

/** The `*.event.json` files of the workspace: read in the background when the first pattern is met, and kept up with. */
export class SampleEvents {
  readonly #connection: Connection;
  readonly #openText: (uri: string) => string | undefined;
  readonly #onChange: () => void;
  readonly #texts = new Map<string, string>();
  #loading: Promise<void> | undefined;

  constructor(connection: Connection, openText: (uri: string) => string | undefined, onChange: () => void) {
    this.#connection = connection;
    this.#openText = openText;
    this.#onChange = onChange;
  }

  /** Those that are read; asking for them begins the reading. Unsaved text counts. */
  get known(): readonly GivenEvent[] {
    this.#loading ??= this.#load();
    return [...this.#texts]
      .map(([uri, text]) => ({ title: title(uri), uri, text: this.#openText(uri) ?? text }))
      .sort((a, b) => a.title.localeCompare(b.title));
  }

  /** All of them. */
  async all(): Promise<readonly GivenEvent[]> {
    await (this.#loading ??= this.#load());
    return this.known;
  }

  /** Files have changed on disk, or are gone. */
  async changed(uris: readonly string[]): Promise<void> {
    const events = uris.filter(isEvent);
    if (!this.#loading || events.length === 0) return;
    for (const uri of events) await this.#read(uri);
    this.#onChange();
  }

  async #load(): Promise<void> {
    try {
      const params: FindFilesParams = { glob: EVENT_GLOB, limit: MOST_FILES };
      for (const uri of await this.#connection.sendRequest<string[]>(FIND_FILES, params))
        await this.#read(uri);
      if (this.#texts.size > 0) this.#onChange();
    } catch (error) {
      this.#connection.console.warn(
        `The sample events cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  async #read(uri: string): Promise<void> {
    const params: ReadFileParams = { uri };
    const text = await this.#connection.sendRequest<string | null>(READ_FILE, params);
    if (text === null || text.length > MOST_CHARACTERS) this.#texts.delete(uri);
    else this.#texts.set(uri, text);
  }
}

function isEvent(uri: string): boolean {
  return uri.endsWith('.event.json');
}

function title(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return decodeURIComponent(name);
}
