import * as vscode from 'vscode';
import manifest from '../../../media/scaffolds/scaffolds.json';

export type Flavour = 'sam' | 'terraform';

/** A worked example as complete files. */
export interface Scaffold {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Recommendations that it begins. */
  readonly services: readonly string[];
  /** The study note about it, `note` or `note#heading`. */
  readonly note: string;
  /** The file that says most where one is inserted; the main file if absent. */
  readonly insert?: string;
  /** The files of each flavour, the main one first. */
  readonly sam: readonly string[];
  readonly terraform: readonly string[];
}

const scaffolds: readonly Scaffold[] = manifest;

export const FLAVOURS: Readonly<Record<Flavour, string>> = { sam: 'AWS SAM', terraform: 'Terraform' };

/** The examples with an id or for a service; all where nothing is asked for. */
export function scaffoldsFor(wanted: string | undefined): readonly Scaffold[] {
  if (wanted === undefined) return scaffolds;
  return scaffolds.filter(({ id, services }) => id === wanted || services.includes(wanted));
}

/** The bytes of a file of an example, as the extension ships it. */
export function readScaffold(
  extensionUri: vscode.Uri,
  { id }: Scaffold,
  flavour: Flavour,
  file: string,
): Thenable<Uint8Array> {
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'scaffolds', id, flavour, ...file.split('/'));
  return vscode.workspace.fs.readFile(uri);
}
