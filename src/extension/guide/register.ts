import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND, type Place } from '../../protocol/guide';
import { GuidePanel } from './panel';

/** The guide's panel, its command and its view in the activity bar. */
export function registerGuide(context: vscode.ExtensionContext): vscode.Disposable {
  const panel = new GuidePanel(context, () => {
    panel.show({ tab: 'notes', anchor: 'worked-examples' });
    return Promise.resolve();
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(OPEN_GUIDE_COMMAND, (place?: Place) => panel.show(place)),
  );
}
