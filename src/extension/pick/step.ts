import * as vscode from 'vscode';
import type { PickOption, PickQuestion, PickVerdict } from '../../protocol/pick';
import { holds, type Facts } from './trail';

/** What came of one step of the picker; without options nobody knows the answer. */
export type StepResult =
  | { readonly action: 'answer'; readonly options: readonly PickOption[] }
  | { readonly action: 'back' | 'cancel' };

export interface Step {
  readonly question: PickQuestion;
  /** What it looks like so far. */
  readonly verdict: PickVerdict;
  readonly known: Facts;
  readonly step: number;
  readonly totalSteps: number;
  /** The file that the first facts came from. */
  readonly from?: string;
}

interface OptionItem extends vscode.QuickPickItem {
  readonly option?: PickOption;
}

/** Asks one question; the title says where we are and what it looks like so far. */
export function askStep({ question, verdict, known, step, totalSteps, from }: Step): Promise<StepResult> {
  const several = question.kind === 'several';
  const input = vscode.window.createQuickPick<OptionItem>();
  input.title = `${question.text} · so far ${verdict.name}`;
  input.step = step;
  input.totalSteps = totalSteps;
  input.placeholder = question.why;
  input.canSelectMany = several;
  input.ignoreFocusOut = true;
  input.matchOnDetail = true;
  const options = question.options.map((option) => ({
    label: option.label,
    detail: option.consequence,
    option,
  }));
  input.items = [
    ...options,
    ...(several ? [] : [{ label: "I don't know", detail: 'Go on without this answer.' }]),
  ];
  if (several) input.selectedItems = options.filter(({ option }) => holds(known, option));
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
    input.onDidAccept(() =>
      finish({ action: 'answer', options: input.selectedItems.flatMap(({ option }) => option ?? []) }),
    );
    input.onDidHide(() => {
      input.dispose();
      resolve(result);
    });
    input.show();
  });
}
