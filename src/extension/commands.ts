import * as vscode from 'vscode';
import { documentKindInHand } from './documentKind';
import { showMenu } from './menu';
import type { Session } from './session';

/** Commands about the extension itself; what they are called stands in package.json. */
export function registerCommands(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    // Running it activates the extension; from then on every file is looked at when it is opened.
    vscode.commands.registerCommand('orchestrationLens.checkFile', () => checkFile(session)),
    vscode.commands.registerCommand('orchestrationLens.restartServer', () => session.restart()),
    vscode.commands.registerCommand('orchestrationLens.showLog', () => session.output.show()),
    vscode.commands.registerCommand('orchestrationLens.showMenu', () => showMenu(session)),
  );
}

async function checkFile(session: Session): Promise<void> {
  if (await documentKindInHand(session))
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  else
    await vscode.window.showInformationMessage(
      'This file holds nothing that Orchestration Lens knows: no definition, template, event pattern, handler or DAG.',
    );
}
