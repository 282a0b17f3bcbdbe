import * as vscode from 'vscode';
import { SHOW_WEEK_COMMAND } from '../../protocol/week';
import type { Session } from '../session';
import { WeekPanel } from './panel';

/** The view of the week and its command. */
export function registerWeek({ extensionUri }: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const panel = new WeekPanel(extensionUri, session);
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(SHOW_WEEK_COMMAND, () => panel.show()),
  );
}
