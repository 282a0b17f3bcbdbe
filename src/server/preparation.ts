import type { Connection } from 'vscode-languageserver';
import { prepare, type ReadAsset, type SourceFile } from '../model/locate';

/** Loads what the format of a file needs before the file is read; what cannot be loaded is said once. */
export class Preparation {
  readonly #connection: Connection;
  readonly #assets: ReadAsset;
  #failed = false;

  constructor(connection: Connection, assets: ReadAsset) {
    this.#connection = connection;
    this.#assets = assets;
  }

  async for(file: SourceFile): Promise<void> {
    if (this.#failed) return;
    try {
      await prepare(file, this.#assets);
    } catch (error) {
      this.#failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      this.#connection.console.error(`Files of Terraform cannot be read: ${reason}`);
    }
  }
}
