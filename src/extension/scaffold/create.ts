import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND, type Place } from '../../protocol/guide';
import type { ScaffoldRequest } from '../../protocol/scaffold';
import type { Chosen } from '../quickPick';
import { askFlavour, askFolder, askScaffold, confirmFiles, type Step } from './ask';
import { plan, write, type PlannedFile } from './files';
import { scaffoldsFor, type Flavour, type Scaffold } from './scaffolds';

/** What has been settled of a set of files; what is absent is asked for, in this order. */
interface Plan {
  readonly scaffold?: Scaffold;
  readonly flavour?: Flavour;
  readonly folder?: vscode.Uri;
  readonly files?: readonly PlannedFile[];
}

const ORDER = ['scaffold', 'flavour', 'folder', 'files'] as const;

/** Makes the files of a worked example; the ones that it made, or `undefined` where somebody thought better of it. */
export async function createScaffold(
  extensionUri: vscode.Uri,
  request: ScaffoldRequest,
): Promise<readonly vscode.Uri[] | undefined> {
  const given = await settled(request);
  const asked = ORDER.filter((key) => given[key] === undefined);
  const plans: Plan[] = [given];
  while (plans.length <= asked.length) {
    const plan = plans[plans.length - 1];
    const key = asked[plans.length - 1];
    if (!plan || !key) break;
    const chosen = await ask(key, plan, request, {
      title: plan.scaffold ? plan.scaffold.title : 'Create files of a worked example',
      step: plans.length,
      totalSteps: asked.length,
      canGoBack: plans.length > 1,
    });
    if (chosen === undefined) return undefined;
    if (chosen === 'back') plans.pop();
    else plans.push({ ...plan, [key]: chosen.value });
  }
  const { scaffold, flavour, folder, files } = plans[plans.length - 1] ?? {};
  if (!scaffold || !flavour || !folder || !files) return undefined;
  await write(extensionUri, scaffold, flavour, files);
  await open(folder, scaffold, flavour);
  if (files.length > 0) tell(scaffold, flavour, files.length);
  return files.map(({ uri }) => uri);
}

/** What a request says already. Files that would not replace anything need no question when all else is given. */
async function settled({ id, flavour, folder }: ScaffoldRequest): Promise<Plan> {
  const among = scaffoldsFor(id);
  const scaffold = among.length === 1 ? among[0] : undefined;
  const uri = folder === undefined ? undefined : vscode.Uri.parse(folder);
  if (!scaffold || !flavour || !uri) return { scaffold, flavour, folder: uri };
  const files = await plan(scaffold, flavour, uri);
  return { scaffold, flavour, folder: uri, ...(files.every(({ exists }) => !exists) && { files }) };
}

async function ask(
  key: (typeof ORDER)[number],
  { scaffold, flavour, folder }: Plan,
  { id }: ScaffoldRequest,
  step: Step,
): Promise<Chosen<Scaffold | Flavour | vscode.Uri | readonly PlannedFile[]>> {
  if (key === 'scaffold' || !scaffold) return askScaffold(step, scaffoldsFor(id));
  if (key === 'flavour' || !flavour) return askFlavour(step, scaffold);
  if (key === 'folder' || !folder) return askFolder(step, scaffold.id);
  return confirmFiles(step, await plan(scaffold, flavour, folder));
}

/** Opens the main file, at whose top it says how to deploy. */
async function open(folder: vscode.Uri, scaffold: Scaffold, flavour: Flavour): Promise<void> {
  const [main = ''] = scaffold[flavour];
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, main), { preview: false });
}

function tell({ note, ...scaffold }: Scaffold, flavour: Flavour, count: number): void {
  const made = count === 1 ? 'One file is' : `${count} files are`;
  const message = `${made} there. How to deploy stands at the top of "${scaffold[flavour][0]}".`;
  const read = 'Read the note';
  void vscode.window.showInformationMessage(message, read).then((chosen) => {
    if (chosen)
      void vscode.commands.executeCommand(OPEN_GUIDE_COMMAND, { tab: 'notes', anchor: note } satisfies Place);
  });
}
