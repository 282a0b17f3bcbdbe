import * as vscode from 'vscode';
import type { PickOption, PickQuestion, PickVerdict } from '../../protocol/pick';

/** What came of one step of the picker. */
export type StepResult =
  | { readonly action: 'answer'; readonly options: readonly PickOption[] }
  | { readonly action: 'skip' | 'back' | 'cancel' };

interface OptionItem extends vscode.QuickPickItem {
  readonly option?: PickOption;
}

/** Asks one question; the title says where we are and what it looks like so far. */
export function askStep(
  question: PickQuestion,
  verdict: PickVerdict,
  step: number,
  total: number,
  from: string | undefined,
): Promise<StepResult> {
  const input = vscode.window.createQuickPick<OptionItem>();
  input.title = `Pick an orchestration service · so far ${verdict.name}`;
  input.step = step;
  input.totalSteps = total;
  input.placeholder = `${question.text} (${question.why})`;
  input.canSelectMany = question.kind === 'several';
  input.ignoreFocusOut = true;
  input.matchOnDetail = true;
  input.items = [
    ...question.options.map((option) => ({ label: option.label, detail: option.consequence, option })),
    ...(question.kind === 'several' ? [] : [{ label: "I don't know", detail: 'Go on without this answer.' }]),
  ];
  input.buttons = [
    ...(step > 1 ? [vscode.QuickInputButtons.Back] : []),
    ...(from ? [{ iconPath: new vscode.ThemeIcon('info'), tooltip: `Begun with what ${from} shows` }] : []),
  ];
  return new Promise((resolve) => {
    let result: StepResult = { action: 'cancel' };
    const finish = (value: StepResult): void => {
      result = value;
      input.hide();
    };
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) finish({ action: 'back' });
    });
    input.onDidAccept(() => {
      const options = input.selectedItems.flatMap(({ option }) => option ?? []);
      finish(options.length > 0 ? { action: 'answer', options } : { action: 'skip' });
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(result);
    });
    input.show();
  });
}
