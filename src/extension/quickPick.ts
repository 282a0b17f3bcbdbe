import * as vscode from 'vscode';

export interface Choice<T> extends vscode.QuickPickItem {
  /** Absent for a line that only informs: choosing it changes nothing. */
  readonly value?: T;
}

export interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  readonly step?: number;
  readonly totalSteps?: number;
  /** Offers a way back. */
  readonly canGoBack?: boolean;
}

/** What was chosen, `back`, or `undefined` where the list was left. */
export type Chosen<T> = { readonly value: T } | 'back' | undefined;

/** Asks for one of some choices; typing narrows them by all that is written about them. */
export function choose<T>(question: Question<T>): Promise<Chosen<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.title = question.title;
  input.placeholder = question.placeholder;
  input.step = question.step;
  input.totalSteps = question.totalSteps;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = question.choices;
  if (question.canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    let chosen: Chosen<T>;
    input.onDidTriggerButton(() => {
      chosen = 'back';
      input.hide();
    });
    input.onDidAccept(() => {
      const value = input.selectedItems[0]?.value;
      if (value === undefined) return;
      chosen = { value };
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(chosen);
    });
    input.show();
  });
}

/** A line between groups of choices. */
export function separator<T>(label: string): Choice<T> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
