import * as vscode from 'vscode';
import { readScaffold, type Flavour, type Scaffold } from './scaffolds';

/** One file that an example would make. */
export interface PlannedFile {
  readonly name: string;
  readonly uri: vscode.Uri;
  /** Something is there already. */
  readonly exists: boolean;
}

/** What an example would make in a folder. */
export function plan(scaffold: Scaffold, flavour: Flavour, folder: vscode.Uri): Promise<PlannedFile[]> {
  return Promise.all(
    scaffold[flavour].map(async (name) => {
      const uri = vscode.Uri.joinPath(folder, ...name.split('/'));
      return { name, uri, exists: await exists(uri) };
    }),
  );
}

/** Makes files of an example, with the folders above them; works in every file system that VS Code can write to. */
export async function write(
  extensionUri: vscode.Uri,
  scaffold: Scaffold,
  flavour: Flavour,
  files: readonly PlannedFile[],
): Promise<void> {
  for (const { name, uri } of files) {
    const content = await readScaffold(extensionUri, scaffold, flavour, name);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await vscode.workspace.fs.writeFile(uri, content);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
