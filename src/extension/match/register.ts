import * as vscode from 'vscode';
import { MATCH_EVENTS_COMMAND } from '../../protocol/match';
import type { Session } from '../session';
import { Matching } from './matching';
import { newPattern } from './newPattern';

/** The command behind the lenses of event patterns, and the one that takes their results out of the text. */
export function registerMatching(session: Session, extensionUri: vscode.Uri): vscode.Disposable {
  const matching = new Matching(session, extensionUri);
  return vscode.Disposable.from(
    matching,
    vscode.commands.registerCommand(MATCH_EVENTS_COMMAND, (uri?: string, pattern?: string, asks?: boolean) =>
      matching.match(uri, pattern, asks),
    ),
    vscode.commands.registerCommand('orchestrationLens.clearMatches', () => matching.clear()),
    vscode.commands.registerCommand('orchestrationLens.newEventPattern', () => newPattern()),
  );
}
