import * as vscode from 'vscode';
import { DOCUMENTS } from './client';
import { documentKindInHand } from './documentKind';
import type { Session } from './session';

/** The status item of the file in hand: what it is, and a way to the log when something is wrong. */
export function registerStatus(session: Session): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('orchestrationLens.status', { language: 'asl' });
  item.name = 'Orchestration Lens';
  item.text = 'Orchestration Lens';
  item.command = { command: 'orchestrationLens.showMenu', title: 'Menu' };

  const show = async (): Promise<void> => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (!uri) return;
    const kind = await documentKindInHand(session);
    if (vscode.window.activeTextEditor?.document.uri.toString() !== uri) return;
    // JSON, YAML and programs show the item only when they are ours.
    item.selector = kind ? DOCUMENTS : [{ language: 'asl' }, { language: 'asl-yaml' }];
    item.text = kind?.label ?? 'ASL';
    item.detail = kind?.detail;
  };
  const update = (): void => void show().catch((error: unknown) => session.output.warn(String(error)));
  return vscode.Disposable.from(
    item,
    session.onDidChangeState((state) => {
      item.busy = state === 'starting';
      item.severity =
        state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
      if (state === 'failed') item.text = 'The language server did not start';
      if (state === 'ready') update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidSaveTextDocument(update),
  );
}
