import * as vscode from 'vscode';

const OPEN_EXAMPLE_COMMAND = 'orchestrationLens.openExample';

/** What a step of the walkthrough shows in its example. */
export type ExampleStep = 'check' | 'hover' | 'fix';

/** Words of the example that a step looks at. */
const WORDS: Readonly<Record<Exclude<ExampleStep, 'check'>, string>> = {
  hover: 'startJobRun.sync',
  fix: 'Claen orders',
};

/** The example of the walkthrough: a definition with mistakes, in a document without a file. */
export function registerWalkthrough({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let example: vscode.TextDocument | undefined;
  const read = async (): Promise<vscode.TextDocument> => {
    if (example && !example.isClosed) return example;
    const uri = vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', 'example.asl.json');
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return (example = await vscode.workspace.openTextDocument({ language: 'asl', content }));
  };
  return vscode.commands.registerCommand(OPEN_EXAMPLE_COMMAND, async (step: ExampleStep = 'check') => {
    const document = await read();
    await clickIsOver();
    await show(document, step);
  });
}

/** A click gives the walkthrough the focus a moment later, and a menu that was shown before then closes. */
function clickIsOver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}

async function show(document: vscode.TextDocument, step: ExampleStep): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  if (step === 'check') {
    await vscode.window.showTextDocument(document, { viewColumn });
    return;
  }
  // Whoever has mended it already stands at the top, where nothing is offered.
  const position = document.positionAt(Math.max(0, document.getText().indexOf(WORDS[step])));
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(document, { viewColumn, selection });
  // The card of the step before may still be there; older versions of VS Code cannot close it.
  await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
  await vscode.commands.executeCommand(
    step === 'hover' ? 'editor.action.showHover' : 'editor.action.quickFix',
  );
}
