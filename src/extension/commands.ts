import * as vscode from 'vscode';
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
    vscode.commands.registerCommand('orchestrationLens.restartServer', () => session.restart()),
    vscode.commands.registerCommand('orchestrationLens.showLog', () => session.output.show()),
    vscode.commands.registerCommand('orchestrationLens.showMenu', async () => {
      const picked = await vscode.window.showQuickPick(menu, { placeHolder: 'Orchestration Lens' });
      if (picked) await vscode.commands.executeCommand(picked.command, picked.argument);
    }),
  );
}
