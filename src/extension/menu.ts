import * as vscode from 'vscode';
import { CREATE_SCAFFOLD_COMMAND } from '../protocol/scaffold';
import { OPEN_GUIDE_COMMAND, type Place } from '../protocol/guide';
import { PICK_SERVICE_COMMAND } from '../protocol/pick';
import { SHOW_RULE_COMMAND, type DocumentKind } from '../protocol/requests';
import { documentKindInHand } from './documentKind';
import { choose, separator, type Choice } from './quickPick';
import type { Session } from './session';

interface Entry {
  readonly command: string;
  readonly argument?: unknown;
}

/** The menu behind the status item: what there is to know about the file in hand, and the server's own affairs. */
export async function showMenu(session: Session): Promise<void> {
  const kind = await documentKindInHand(session).catch(() => undefined);
  const chosen = await choose<Entry>({
    title: 'Orchestration Lens',
    placeholder: kind ? [kind.label, kind.detail].filter(Boolean).join(' · ') : 'What would you like to do?',
    choices: [...about(kind), separator('language server'), ...serverChoices],
  });
  if (chosen && chosen !== 'back')
    await vscode.commands.executeCommand(chosen.value.command, chosen.value.argument);
}

function about(kind: DocumentKind | undefined): Choice<Entry>[] {
  const place: Place = { tab: 'notes', anchor: kind?.note ?? 'big-idea' };
  return [
    {
      label: '$(book) Open the guide here',
      detail: kind ? `The note about ${kind.label}.` : 'The study notes, from the beginning.',
      value: { command: OPEN_GUIDE_COMMAND, argument: place },
    },
    {
      label: '$(compass) Pick a service…',
      detail: 'A few questions, then a recommendation with its reasons.',
      value: { command: PICK_SERVICE_COMMAND },
    },
    {
      label: '$(new-folder) Create files of a worked example…',
      value: { command: CREATE_SCAFFOLD_COMMAND },
    },
    { label: '$(law) Read about a rule…', value: { command: SHOW_RULE_COMMAND } },
  ];
}

const serverChoices: readonly Choice<Entry>[] = [
  { label: '$(refresh) Restart', value: { command: 'orchestrationLens.restartServer' } },
  { label: '$(output) Show the log', value: { command: 'orchestrationLens.showLog' } },
  {
    label: '$(gear) Settings',
    value: { command: 'workbench.action.openSettings', argument: 'orchestrationLens' },
  },
];
