import * as vscode from 'vscode';
import { deepEqual, equal, eventually, ok } from './assert';
import { openText, ours } from './editor';

const PICK = 'orchestrationLens.pickService';
const SCAFFOLD = 'orchestrationLens.createScaffold';

const close = () => vscode.commands.executeCommand('workbench.action.closeQuickOpen');
const press = (command: string) => vscode.commands.executeCommand(`workbench.action.${command}`);

/** Everything that a workload needs for a verdict without a question. */
const SETTLED = {
  services: ['redshift'],
  trigger: 'schedule',
  timezone: 'America/Los_Angeles',
  stepCount: 1,
  existingAirflow: false,
  humanApproval: false,
  fanOutItems: 0,
  runDurationSeconds: 200,
  longestStepSeconds: 200,
  runsPerMonth: 4,
  payloadKiB: 1,
  team: 'sql',
  needs: [],
};

const folderUri = () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'No folder is open.');
  return folder.uri;
};

const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Presses a key again until a command has ended: nothing says when a list of choices is shown. */
async function until<T>(running: Thenable<T>, press: () => Thenable<unknown>): Promise<T> {
  let ended = false;
  void running.then(() => (ended = true));
  await eventually(async () => {
    if (!ended) await press();
    return ended;
  });
  return running;
}

describe('choosing a service', () => {
  afterEach(async () => {
    await close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has its commands in the palette', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of [PICK, SCAFFOLD, 'orchestrationLens.openExample'])
      ok(commands.includes(command), command);
  });

  it('recommends without a question when all is known, and ends when the list is left', async () => {
    const picked = vscode.commands.executeCommand<string | undefined>(PICK, SETTLED);
    equal(await until(picked, close), 'eventbridge-scheduler');
  });

  it('ends without a recommendation when a question is left', async () => {
    const picked = vscode.commands.executeCommand<string | undefined>(PICK, {});
    equal(await until(picked, close), undefined);
  });
});

describe('worked examples', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('become files of the workspace, and the main one is opened', async () => {
    const folder = vscode.Uri.joinPath(folderUri(), 'made', 'nightly');
    const made = await vscode.commands.executeCommand<vscode.Uri[]>(SCAFFOLD, {
      ...{ id: 'step-functions-standard', flavour: 'sam', folder: folder.toString() },
    });
    deepEqual(
      made.map(({ path }) => path.slice(folder.path.length + 1)),
      ['template.yaml', 'functions/extract.py', 'jobs/clean_orders.py', 'statemachine/nightly.asl.json'],
    );
    equal(vscode.window.activeTextEditor?.document.uri.toString(), made[0]?.toString());
    ok((await textOf(made[3])).includes('"StartAt": "Extract"'));
  });

  it('replace nothing without being asked', async () => {
    const folder = vscode.Uri.joinPath(folderUri(), 'made', 'export');
    const main = vscode.Uri.joinPath(folder, 'main.tf');
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(main, new TextEncoder().encode('# mine\n'));
    const request = { id: 'weekly-redshift-export', flavour: 'terraform', folder: folder.toString() };
    equal(await until(vscode.commands.executeCommand(SCAFFOLD, request), close), undefined);
    equal(await textOf(main), '# mine\n');
    // The first choice leaves what is there as it is.
    const accept = () => press('acceptSelectedQuickOpenItem');
    deepEqual(await until(vscode.commands.executeCommand<vscode.Uri[]>(SCAFFOLD, request), accept), []);
    equal(await textOf(main), '# mine\n');
  });

  it('are inserted at the cursor, indented as the line', async () => {
    const editor = await openText('yaml', 'Definition:\n  \n');
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await vscode.commands.executeCommand(SCAFFOLD, { id: 'lambda', how: 'insert' });
    const text = editor.document.getText();
    ok(text.startsWith('Definition:\n  """Removes the exports'), text.slice(0, 60));
    ok(text.includes('\n  def handler(event, context):'), 'the indentation is not kept');
  });

  it('are inserted in a file of their own where the one in hand is of another language', async () => {
    const { document } = await openText('asl', '{}');
    await vscode.commands.executeCommand(SCAFFOLD, { id: 'lambda', how: 'insert' });
    equal(document.getText(), '{}');
    await eventually(() => vscode.window.activeTextEditor?.document.languageId === 'python');
  });

  it('of the walkthrough has the mistakes that it promises', async () => {
    await vscode.commands.executeCommand('orchestrationLens.openExample');
    const document = vscode.window.activeTextEditor?.document;
    ok(document, 'no editor');
    equal(document.languageId, 'asl');
    await eventually(
      () => ours(document).length,
      (count) => count === 4,
    );
  });
});

describe('the note behind a finding', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const broken = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } }';
  const at = (document: vscode.TextDocument) => document.positionAt(broken.indexOf('"B"') + 1);
  const guideIsOpen = () =>
    vscode.window.tabGroups.all.some((group) =>
      group.tabs.some(({ label }) => label === 'Orchestration Guide'),
    );

  it('opens by the last entry of the light bulb', async () => {
    const { document } = await openText('asl', broken);
    await eventually(() => ours(document).length > 0);
    const place = new vscode.Range(at(document), at(document));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      place,
    );
    const learn = actions.filter(({ title }) => title.startsWith('Learn why: ')).at(-1)?.command;
    ok(learn, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(learn.command, ...(learn.arguments ?? []));
    await eventually(guideIsOpen);
  });

  it('is linked in its hover', async () => {
    const { document } = await openText('asl', broken);
    await eventually(() => ours(document).length > 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(document),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    ok(text.includes('command:orchestrationLens.openGuide?'), text);
  });
});
