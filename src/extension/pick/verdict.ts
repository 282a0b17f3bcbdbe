import * as vscode from 'vscode';
import type { PickVerdict } from '../../protocol/pick';

export type VerdictAction = 'scaffold' | 'insert' | 'note' | 'tree' | 'back' | 'restart';

interface VerdictItem extends vscode.QuickPickItem {
  readonly action?: VerdictAction;
}

/** Shows the recommendation with its reasons; what is chosen is what to do with it. */
export async function showVerdict(verdict: PickVerdict): Promise<VerdictAction | undefined> {
  const picked = await vscode.window.showQuickPick(items(verdict), {
    title: `Recommended: ${verdict.name}`,
    placeHolder: headline(verdict),
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  // A line that only informs leads back to the same list.
  return picked && !picked.action ? showVerdict(verdict) : picked?.action;
}

function headline({ monthlyUsd, starter }: PickVerdict): string {
  const parts = [starter && `started by ${starter.name}`, monthlyUsd !== undefined && cost(monthlyUsd)];
  return parts.filter(Boolean).join(' · ') || 'What would you like to do with it?';
}

function cost(usd: number): string {
  const amount =
    usd > 0 && usd < 0.01
      ? 'less than $0.01'
      : `$${usd.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
  return `${amount} a month for orchestration in us-east-1 at the stated load`;
}

function items({ name, reasons, drawbacks, runnerUp, ruledOut }: PickVerdict): VerdictItem[] {
  const separator = (label: string): VerdictItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const list: VerdictItem[] = [separator('next')];
  list.push({
    label: '$(new-folder) Create files…',
    detail: `A complete example with ${name} that our own checks find nothing wrong in.`,
    action: 'scaffold',
  });
  list.push({
    label: '$(insert) Insert a scaffold here',
    detail: 'At the cursor of the active editor.',
    action: 'insert',
  });
  list.push({ label: '$(book) Open the note', detail: `What stands behind ${name}.`, action: 'note' });
  list.push({ label: '$(type-hierarchy) Show in the decision tree', action: 'tree' });
  list.push(separator('why'));
  for (const { text, source } of reasons) list.push({ label: `$(check) ${text}`, detail: source });
  if (drawbacks.length > 0) list.push(separator('what speaks against it'));
  for (const text of drawbacks) list.push({ label: `$(warning) ${text}` });
  if (runnerUp)
    list.push(separator('runner-up'), { label: `$(arrow-swap) ${runnerUp.name}`, detail: runnerUp.reason });
  if (ruledOut.length > 0) list.push(separator('ruled out'));
  for (const { name: other, fact } of ruledOut)
    list.push({ label: `$(circle-slash) ${other}`, detail: fact });
  list.push(
    separator('again'),
    { label: '$(arrow-left) Change the last answer', action: 'back' },
    { label: '$(debug-restart) Start over', action: 'restart' },
  );
  return list;
}
