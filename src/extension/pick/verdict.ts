import type { PickVerdict } from '../../protocol/pick';
import { choose, separator, type Choice } from '../quickPick';

export type VerdictAction = 'scaffold' | 'insert' | 'note' | 'tree' | 'back' | 'restart';

/** Shows the recommendation with its reasons; what is chosen is what to do with it. */
export async function showVerdict(
  verdict: PickVerdict,
  canGoBack: boolean,
): Promise<VerdictAction | undefined> {
  const chosen = await choose<VerdictAction>({
    title: `Recommended: ${verdict.name}`,
    placeholder: headline(verdict),
    choices: [...actions(verdict), ...reasons(verdict), ...others(verdict), ...again()],
    canGoBack,
  });
  return chosen === 'back' ? 'back' : chosen?.value;
}

function headline({ monthlyUsd, priceDoubt, starter }: PickVerdict): string {
  const parts = [
    starter && `Started by ${starter.name}`,
    monthlyUsd === undefined
      ? 'Nothing is charged for coordinating'
      : `${money(monthlyUsd)} a month to coordinate (us-east-1)`,
    monthlyUsd !== undefined && priceDoubt && `not verified: ${priceDoubt}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function money(usd: number): string {
  if (usd > 0 && usd < 0.01) return 'less than $0.01';
  return `$${usd.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

function actions({ name }: PickVerdict): Choice<VerdictAction>[] {
  return [
    separator('next'),
    {
      label: '$(new-folder) Create files…',
      detail: `A complete example with ${name}, for SAM or Terraform.`,
      value: 'scaffold',
    },
    {
      label: '$(insert) Insert a scaffold here',
      detail: 'At the cursor of the active editor.',
      value: 'insert',
    },
    { label: '$(book) Open the note', detail: `What stands behind ${name}.`, value: 'note' },
    { label: '$(type-hierarchy) Show in the decision tree', value: 'tree' },
  ];
}

function reasons({ reasons, drawbacks }: PickVerdict): Choice<VerdictAction>[] {
  return [
    separator('why'),
    ...reasons.map(({ text, source }) => lines('check', text, source)),
    ...(drawbacks.length > 0 ? [separator<VerdictAction>('what speaks against it')] : []),
    ...drawbacks.map((text) => lines('warning', text)),
  ];
}

function others({ runnerUp, ruledOut }: PickVerdict): Choice<VerdictAction>[] {
  return [
    ...(runnerUp
      ? [separator<VerdictAction>('runner-up'), named('arrow-swap', runnerUp.name, runnerUp.reason)]
      : []),
    ...(ruledOut.length > 0 ? [separator<VerdictAction>('ruled out')] : []),
    ...ruledOut.map(({ name, fact }) => named('circle-slash', name, fact)),
  ];
}

function again(): Choice<VerdictAction>[] {
  return [separator('again'), { label: '$(debug-restart) Start over', value: 'restart' }];
}

/** How many characters of a choice VS Code shows before it cuts them. */
const LINE = 76;

/** A sentence over two lines. */
function lines(icon: string, text: string, source?: string): Choice<VerdictAction> {
  const [first, rest] = split(text, LINE);
  const detail = [rest, source].filter(Boolean).join(' · ');
  return { label: `$(${icon}) ${first}`, ...(detail && { detail }) };
}

/** A sentence about a service: it begins behind the name. */
function named(icon: string, name: string, text: string): Choice<VerdictAction> {
  const [first, rest] = split(text, LINE - name.length);
  return { label: `$(${icon}) ${name}`, description: first, ...(rest && { detail: rest }) };
}

function split(text: string, length: number): [first: string, rest: string] {
  const at = text.length <= length ? text.length : text.lastIndexOf(' ', length);
  return [text.slice(0, Math.max(0, at)), text.slice(Math.max(0, at)).trim()];
}
