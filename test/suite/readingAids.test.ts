import * as vscode from 'vscode';
import { equal, eventually, ok } from './assert';
import { ask, openFile, positionOf } from './editor';

const PACK = 'shop/flows/pack.asl.json';

describe('reading aids', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('count transitions and fill gaps in as hints', async () => {
    const { document } = await openFile(PACK);
    const label = ({ label: text }: vscode.InlayHint): string =>
      typeof text === 'string' ? text : text.map(({ value }) => value).join('');
    const hints = await ask<vscode.InlayHint[]>(
      (found) => found.some((hint) => label(hint) === '= CheckStock.Arn'),
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    ok(
      hints.some((hint) => label(hint) === '3 transitions'),
      hints.map(label).join(', '),
    );
  });

  it('say above a machine who starts it, unless they are switched off', async () => {
    const { document } = await openFile(PACK);
    const titles = async (): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        20,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    await eventually(titles, (found) => found.includes('Started by Ship'));
    const settings = vscode.workspace.getConfiguration('orchestrationLens');
    await settings.update('codeLenses', { callers: false }, vscode.ConfigurationTarget.Global);
    try {
      const left = await eventually(titles, (found) => !found.includes('Started by Ship'));
      ok(left.includes('1 transition leads here'), left.join(', '));
    } finally {
      await settings.update('codeLenses', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('colour names of states in a template', async () => {
    const { document } = await openFile('shop/template.yaml');
    const tokens = await ask<vscode.SemanticTokens | undefined>(
      (found) => (found?.data.length ?? 0) > 0,
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const [line, start, length] = tokens?.data ?? [];
    equal(document.getText(new vscode.Range(line, start, line, start + length)), 'Pack first');
  });

  it('fold the states inside a template', async () => {
    const { document } = await openFile('shop/template.yaml');
    const { line } = positionOf(document, 'Pack first:');
    await ask<vscode.FoldingRange[]>(
      (found) => found.some(({ start }) => start === line),
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
  });
});
