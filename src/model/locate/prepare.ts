import { isApiLoaded, loadApi } from '../../catalog/api';
import { isHclLoaded, loadHcl } from '../../syntax/hcl';
import { formatOf, type SourceFile } from './sourceFile';
import { mayConcernUs } from './terraform';

/** Reads a file beside the program: the bytes of a grammar or of a catalogue. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** What files may need before they are read or judged. */
export type Asset = 'terraform' | 'api';

const LOAD: Readonly<Record<Asset, (read: ReadAsset) => Promise<void>>> = {
  terraform: loadHcl,
  api: loadApi,
};

/** What has to be loaded for a file: nothing any more once it is there. */
export function assetsFor(file: SourceFile): Asset[] {
  const assets: Asset[] = [];
  const format = formatOf(file);
  if (!isHclLoaded() && format === 'terraform' && mayConcernUs(file.text)) assets.push('terraform');
  if (!isApiLoaded() && format !== undefined && callsAnApi(file.text)) assets.push('api');
  return assets;
}

/** Makes one asset ready; only the first call takes time. */
export function loadAsset(asset: Asset, read: ReadAsset): Promise<void> {
  return LOAD[asset](read);
}

/** Makes ready all that a file needs; has to be waited for before `locate`. */
export async function prepare(file: SourceFile, read: ReadAsset): Promise<void> {
  for (const asset of assetsFor(file)) await loadAsset(asset, read);
}

/** True for a definition, which may be about to call one. */
function callsAnApi(text: string): boolean {
  return text.includes('StartAt');
}
