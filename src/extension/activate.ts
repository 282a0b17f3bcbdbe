import * as vscode from 'vscode';
import type { ClientFactory } from './client';
import { registerShowReferences } from './codeLenses';
import { registerCommands } from './commands';
import { registerConvert } from './convert';
import { watchDuplicates } from './duplicates';
import { registerGuide } from './guide/register';
import { registerGuideLinks } from './guideLinks';
import { registerMatching } from './match/register';
import { registerPicker } from './pick/register';
import { registerRefactoring } from './refactor';
import { registerRulePages } from './rulePages';
import { registerScaffolds } from './scaffold/register';
import { Session } from './session';
import { registerStatus } from './status';
import { registerWalkthrough } from './walkthrough';
import { registerWeek } from './week/register';

/** Registers everything at once; nothing here waits. The server starts when VS Code has finished the activation. */
export function activateWith(context: vscode.ExtensionContext, create: ClientFactory): void {
  const session = new Session(create);
  context.subscriptions.push(
    session,
    registerCommands(session),
    registerRulePages(session),
    registerGuideLinks(),
    registerStatus(session),
    registerWalkthrough(context),
    registerShowReferences(),
    registerConvert(session),
    registerRefactoring(session),
    registerMatching(session, context.extensionUri),
    registerPicker(session, context.workspaceState),
    registerScaffolds(context),
    registerGuide(context, session),
    registerWeek(context, session),
    watchDuplicates(() => void session.refreshDiagnostics()),
  );
  const starting = setTimeout(() => void start(session));
  context.subscriptions.push({ dispose: () => clearTimeout(starting) });
}

async function start(session: Session): Promise<void> {
  try {
    await session.client();
  } catch {
    const choice = await vscode.window.showErrorMessage(
      'The language server of Orchestration Lens did not start.',
      'Show the log',
    );
    if (choice) session.output.show();
  }
}
