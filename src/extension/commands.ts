import * as vscode from 'vscode';
import { DOCUMENT_KIND, type DocumentKind } from '../protocol/requests';
import type { Session } from './session';

/** Commands about the extension itself; what they are called stands in package.json. */
export function registerCommands(session: Session): vscode.Disposable {
  const menu = [
    { label: '$(book) Read about a rule', command: 'orchestrationLens.showRule' },
    { label: '$(refresh) Restart the language server', command: 'orchestrationLens.restartServer' },
    { label: '$(output) Show the log', command: 'orchestrationLens.showLog' },
    { label: '$(gear) Settings', command: 'workbench.action.openSettings', argument: 'orchestrationLens' },
  ];
  return vscode.Disposable.from(
    // Running it activates the extension; from then on every file is looked at when it is opened.
    vscode.commands.registerCommand('orchestrationLens.checkFile', () => checkFile(session)),
    vscode.commands.registerCommand('orchestrationLens.restartServer', () => session.restart()),
    vscode.commands.registerCommand('orchestrationLens.showLog', () => session.output.show()),
    vscode.commands.registerCommand('orchestrationLens.showMenu', async () => {
      const picked = await vscode.window.showQuickPick(menu, { placeHolder: 'Orchestration Lens' });
      if (picked) await vscode.commands.executeCommand(picked.command, picked.argument);
    }),
  );
}

async function checkFile(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const client = await session.client();
  const kind = uri && (await client.sendRequest<DocumentKind | null>(DOCUMENT_KIND, { uri }));
  if (kind) await vscode.commands.executeCommand('workbench.actions.view.problems');
  else
    await vscode.window.showInformationMessage(
      'This file holds no state machine that Orchestration Lens can find.',
    );
}
