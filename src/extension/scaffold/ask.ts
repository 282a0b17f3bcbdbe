import * as vscode from 'vscode';
import { choose, separator, type Choice, type Chosen } from '../quickPick';
import type { PlannedFile } from './files';
import { FLAVOURS, type Flavour, type Scaffold } from './scaffolds';

export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

export function askScaffold(step: Step, among: readonly Scaffold[]): Promise<Chosen<Scaffold>> {
  return choose({
    ...step,
    placeholder: 'Which worked example?',
    choices: among.map((scaffold) => ({
      label: scaffold.title,
      detail: scaffold.description,
      value: scaffold,
    })),
  });
}

export function askFlavour(step: Step, scaffold: Scaffold): Promise<Chosen<Flavour>> {
  const flavours: readonly Flavour[] = ['sam', 'terraform'];
  return choose({
    ...step,
    placeholder: 'What deploys it?',
    choices: flavours.map((flavour) => ({
      label: FLAVOURS[flavour],
      detail: scaffold[flavour].join(', '),
      value: flavour,
    })),
  });
}

/** Asks where the files go: a folder of their own in a folder of the workspace, that folder itself, or another. */
export async function askFolder(step: Step, name: string): Promise<Chosen<vscode.Uri>> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const choices: Choice<vscode.Uri | 'other'>[] = folders.flatMap(({ uri, name: folder }) => [
    {
      label: `$(new-folder) ${folder}/${name}`,
      detail: 'A folder of its own.',
      value: vscode.Uri.joinPath(uri, name),
    },
    { label: `$(folder) ${folder}`, detail: 'Beside what is there.', value: uri },
  ]);
  choices.push({ label: '$(folder-opened) Another folder…', value: 'other' });
  const chosen = await choose({ ...step, placeholder: 'Where shall the files go?', choices });
  if (chosen === 'back' || chosen === undefined) return chosen;
  if (chosen.value !== 'other') return { value: chosen.value };
  const [uri] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folders[0]?.uri,
      openLabel: 'Create the files here',
    })) ?? [];
  return uri ? { value: uri } : askFolder(step, name);
}

/** Shows what would be made. Nothing that is there is replaced unless that is what is chosen. */
export function confirmFiles(
  step: Step,
  files: readonly PlannedFile[],
): Promise<Chosen<readonly PlannedFile[]>> {
  const missing = files.filter(({ exists }) => !exists);
  const present = files.length - missing.length;
  const choices: Choice<readonly PlannedFile[]>[] = [
    missing.length > 0
      ? {
          label: `$(check) Create ${count(missing.length)}`,
          detail: present > 0 ? `What is there stays: ${count(present)}.` : undefined,
          value: missing,
        }
      : { label: '$(go-to-file) Open what is there', detail: 'All of it exists already.', value: [] },
  ];
  if (present > 0)
    choices.push({
      label: `$(warning) Replace ${count(present)}`,
      detail: 'What is in them now is gone.',
      value: files,
    });
  return choose({
    ...step,
    placeholder: 'These files would be made.',
    choices: [
      ...choices,
      separator('files'),
      ...files.map(({ name, exists }) => ({
        label: `$(${exists ? 'file' : 'new-file'}) ${name}`,
        description: exists ? 'is there already' : undefined,
      })),
    ],
  });
}

function count(number: number): string {
  return number === 1 ? 'one file' : `${number} files`;
}
