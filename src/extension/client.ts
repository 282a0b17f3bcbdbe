import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CONFIG_FILE_GLOB, READ_FILE, type ReadFileParams } from '../protocol/requests';
import { withoutDuplicates } from './duplicates';

/** The languages whose files may hold something for us; the server looks closer. */
export const LANGUAGES = ['asl', 'asl-yaml', 'json', 'jsonc', 'yaml'] as const;

/** Makes the client of one host: as a process under Node, as a worker on the web. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the client is told in either host. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: output,
    progressOnInitialization: false,
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(CONFIG_FILE_GLOB) },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    markdown: { isTrusted: { enabledCommands: ['orchestrationLens.showRule'] } },
    middleware: { provideDiagnostics: withoutDuplicates },
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
  await client.start();
}
