import {
  DidChangeConfigurationNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadAsset } from '../model/locate';
import type { ServerOptions } from '../protocol/requests';
import { CONFIG_FILES } from '../rules/config';
import { advise } from './advise';
import { answer } from './answers';
import { capabilities } from './capabilities';
import { OpenDocuments } from './documents';
import { navigate } from './navigation';
import { answerLenses } from './lenses';
import { answerMatching } from './matching';
import { Preparation } from './preparation';
import { Publishing } from './publishing';
import { answerReading } from './readingAids';
import { registerFormatters } from './registration';
import { answerRenames } from './renaming';
import { Settings } from './settings';
import { answerTyping } from './typing';
import { answerWeek } from './week';
import { WorkspaceFiles } from './workspaceFiles';

/**
 * Answers one editor on one connection; the host (Node or a web worker) has made the connection and
 * knows where the files of the extension are.
 */
export function startServer(connection: Connection, assets: (params: InitializeParams) => ReadAsset): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    begin(connection, texts, params, new Preparation(connection, assets(params)));
    return capabilities(params);
  });
  texts.listen(connection);
  connection.listen();
}

function begin(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  params: InitializeParams,
  preparation: Preparation,
): void {
  const { workspace } = params.capabilities;
  const folders = (params.workspaceFolders ?? []).map(folderUri);
  const settings = new Settings(connection, folders, workspace?.configuration === true);
  const publishing = new Publishing(connection, texts, params.capabilities);
  const files = new WorkspaceFiles(
    connection,
    preparation,
    (uri) => texts.get(uri) !== undefined,
    () => publishing.refresh(open),
  );
  const open: OpenDocuments = new OpenDocuments(connection, texts, settings, files, preparation);
  const userZone = (params.initializationOptions as ServerOptions | undefined)?.timeZone;
  answer(connection, open, userZone);
  answerTyping(connection, open, files, userZone);
  answerReading(connection, open, files, userZone);
  navigate(connection, open, files);
  answerRenames(connection, open, files);
  advise(connection, open, files);
  const events = answerMatching(connection, open, params);
  answerLenses(connection, open, files, events);
  answerWeek(connection, open, files, folders);
  publishing.watch(open);

  const reread = (): void => {
    settings.forget();
    publishing.refresh(open);
  };
  connection.onInitialized(() => {
    const canRegister = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    if (canRegister) void connection.client.register(DidChangeConfigurationNotification.type);
    registerFormatters(connection, params);
    if (!workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map(folderUri);
      const stayed = folders.filter((folder) => !gone.includes(folder));
      folders.splice(0, folders.length, ...stayed, ...added.map(folderUri));
      reread();
      files.foldersChanged(gone);
    });
  });
  connection.onDidChangeConfiguration(reread);
  // What was typed and not saved is gone with the editor.
  texts.onDidClose(({ document }) => void files.changed([document.uri]));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    if (uris.some(isProjectFile)) reread();
    void files.changed(uris.filter((uri) => !isProjectFile(uri)));
    void events.changed(uris);
  });
}

function folderUri({ uri }: WorkspaceFolder): string {
  return uri.replace(/\/$/, '');
}

function isProjectFile(uri: string): boolean {
  return CONFIG_FILES.some((name) => uri.endsWith(`/${name}`));
}
