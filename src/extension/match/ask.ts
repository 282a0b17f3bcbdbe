import * as vscode from 'vscode';
import type { EventResult, PatternRun } from '../../protocol/match';
import { choose, separator, type Choice } from '../quickPick';

/** The event that was chosen by its place in the run, or the clipboard. */
export type AskedEvent = number | 'clipboard';

const ICONS = { matches: 'pass', differs: 'circle-slash', refused: 'warning' } as const;
const SAYS = { matches: 'matches', differs: 'does not match', refused: 'is no event' } as const;

/** Asks against which event a pattern shall be run; each says already what would come out. */
export async function askForEvent(run: PatternRun): Promise<AskedEvent | undefined> {
  const of = (origin: EventResult['origin']): Choice<AskedEvent>[] =>
    run.results.flatMap((result, index) => (result.origin === origin ? [choiceOf(result, index)] : []));
  const own = of('workspace');
  const clipboard: Choice<AskedEvent> = {
    label: '$(clippy) The clipboard',
    detail: 'An event as JSON, as it was copied from a log or the console.',
    value: 'clipboard',
  };
  const chosen = await choose<AskedEvent>({
    title: `Run the pattern of "${run.title}" against…`,
    placeholder:
      own.length > 0 ? 'Which event?' : 'Which event? Files named *.event.json are offered as well.',
    choices: [
      ...(own.length > 0 ? [separator<AskedEvent>('workspace'), ...own] : []),
      clipboard,
      separator('samples'),
      ...of('sample'),
    ],
  });
  return chosen && chosen !== 'back' ? chosen.value : undefined;
}

/** The text of the clipboard as an event; says so and gives nothing where there is none. */
export async function clipboardEvent(): Promise<{ title: string; text: string } | undefined> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() !== '') return { title: 'clipboard', text };
  await vscode.window.showInformationMessage('The clipboard is empty: copy an event as JSON first.');
  return undefined;
}

function choiceOf({ title, verdict }: EventResult, value: number): Choice<AskedEvent> {
  return { label: `$(${ICONS[verdict]}) ${title}`, description: SAYS[verdict], value };
}
