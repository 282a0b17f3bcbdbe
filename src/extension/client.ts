import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { OPEN_GUIDE_COMMAND } from '../protocol/guide';
import {
  CONFIG_FILE_GLOB,
  FIND_FILES,
  READ_FILE,
  SHOW_RULE_COMMAND,
  WATCHED_GLOB,
  type FindFilesParams,
  type ReadFileParams,
  type ServerOptions,
} from '../protocol/requests';
import { withoutDuplicates } from './duplicates';
import { lensesIfWanted } from './codeLenses';

/** The files that may hold something for us; the server looks closer. */
export const DOCUMENTS: readonly ({ readonly language: string } | { readonly pattern: string })[] = [
  ...[
    ...['asl', 'asl-yaml', 'eventpattern', 'json', 'jsonc', 'yaml'],
    ...['cloudformation', 'terraform', 'opentofu', 'python', 'typescript', 'javascript'],
  ].map((language) => ({ language })),
  // Without another extension the editor has no language for these.
  { pattern: '**/*.{tf,template}' },
  { pattern: '**/requirements*.txt' },
];

/** Folders with other people's code, and what is built. */
const OTHERS = '**/{node_modules,.git,.venv,venv,site-packages,dist,build,cdk.out,.aws-sam}/**';

/** Makes the client of one host: as a process under Node, as a worker on the web. */
export type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** What the client is told in either host. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: ServerOptions = {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return {
    initializationOptions,
    documentSelector: [...DOCUMENTS],
    outputChannel: output,
    progressOnInitialization: false,
    synchronize: {
      fileEvents: [CONFIG_FILE_GLOB, WATCHED_GLOB].map((glob) =>
        vscode.workspace.createFileSystemWatcher(glob),
      ),
    },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    markdown: { isTrusted: { enabledCommands: [SHOW_RULE_COMMAND, OPEN_GUIDE_COMMAND] } },
    middleware: { provideDiagnostics: withoutDuplicates, provideCodeLenses: lensesIfWanted },
  };
}

/** Starts a client and answers what its server asks of the editor. */
export async function startClient(client: BaseLanguageClient): Promise<void> {
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    } catch {
      // A file that is not there is an answer, not a failure.
      return null;
    }
  });
  client.onRequest(FIND_FILES, async ({ glob, limit }: FindFilesParams) => {
    const uris = await vscode.workspace.findFiles(glob, OTHERS, limit);
    return uris.map((uri) => uri.toString());
  });
  await client.start();
}
