import { copyFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_FILE, loadApi } from '../../src/catalog/api';
import { copyHclFiles, readHclFile } from './hcl';

const API_PLACE = fileURLToPath(new URL('../../src/catalog/api/actions.bin', import.meta.url));

/** Reads what stands beside the server when it is built, from where the build takes it. */
export function readAsset(name: string): Promise<Uint8Array> {
  return name === API_FILE ? readFile(API_PLACE) : readHclFile(name);
}

/** Makes the actions of the AWS APIs known in this process. */
export function readyApi(): Promise<void> {
  return loadApi(readAsset);
}

/** Puts the files beside a program that was built for a test. */
export function copyAssets(folder: string): void {
  copyHclFiles(folder);
  copyFileSync(API_PLACE, join(folder, API_FILE));
}
