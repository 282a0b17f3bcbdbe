import * as vscode from 'vscode';
import { equal, eventually, ok } from './assert';
import { completion, openFile, positionOf, type } from './editor';

const lenses = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);

const tabs = (): string[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

const openPattern = (): Promise<vscode.TextEditor> => openFile('paid.eventpattern.json');

/** The lens above the pattern, when the events of the workspace have been read. */
const countLens = ({ document }: vscode.TextEditor, says: RegExp): Promise<vscode.CodeLens | undefined> =>
  eventually(async () => (await lenses(document.uri)).find(({ command }) => says.test(command?.title ?? '')));

describe('event patterns', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('have a language of their own, and a lens that counts the sample events of the workspace', async () => {
    const editor = await openPattern();
    equal(editor.document.languageId, 'eventpattern');
    ok(await countLens(editor, /^Matches 1 of \d+ sample events$/));
    await type(editor, '"PAID"', '"OPEN"');
    ok(await countLens(editor, /^Matches none of \d+ sample events$/));
  });

  it('are run by the lens, and the results stand in a panel beside the text', async () => {
    const editor = await openPattern();
    const lens = await countLens(editor, /^Matches 1 of/);
    ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await eventually(tabs, (labels) => labels.includes('Event Matches'));
    equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    await vscode.commands.executeCommand('orchestrationLens.clearMatches');
  });

  it('are completed with what AWS services send', async () => {
    const { document } = await openPattern();
    await completion(document, positionOf(document, 'com.example.shop'), 'aws.glue');
  });

  it('are begun from the palette', async () => {
    await vscode.commands.executeCommand('orchestrationLens.newEventPattern');
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.languageId, 'eventpattern');
    ok(document?.getText().includes('"detail-type"'));
  });
});
