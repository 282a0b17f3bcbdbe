import type { Connection } from 'vscode-languageserver';
import { assetsFor, loadAsset, type Asset, type ReadAsset, type SourceFile } from '../model/locate';

const FAILURES: Readonly<Record<Asset, string>> = {
  terraform: 'Files of Terraform cannot be read',
  api: 'The parameters of API actions are not known',
};

/** Loads what a file needs before the file is read; what cannot be loaded is said once. */
export class Preparation {
  readonly #connection: Connection;
  readonly #assets: ReadAsset;
  readonly #failed = new Set<Asset>();

  constructor(connection: Connection, assets: ReadAsset) {
    this.#connection = connection;
    this.#assets = assets;
  }

  async for(file: SourceFile): Promise<void> {
    for (const asset of assetsFor(file)) {
      if (!this.#failed.has(asset)) await this.#load(asset);
    }
  }

  async #load(asset: Asset): Promise<void> {
    try {
      await loadAsset(asset, this.#assets);
    } catch (error) {
      this.#failed.add(asset);
      const reason = error instanceof Error ? error.message : String(error);
      this.#connection.console.error(`${FAILURES[asset]}: ${reason}`);
    }
  }
}
