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
  const open = async (): Promise<vscode.TextEditor> => {
    if (!example || example.isClosed) {
      const uri = vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', 'example.asl.json');
      const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      example = await vscode.workspace.openTextDocument({ language: 'asl', content });
    }
    return vscode.window.showTextDocument(example, { viewColumn: vscode.ViewColumn.Beside });
  };
  return vscode.commands.registerCommand(OPEN_EXAMPLE_COMMAND, async (step: ExampleStep = 'check') => {
    const editor = await open();
    if (step === 'check') return;
    const at = editor.document.getText().indexOf(WORDS[step]);
    // Whoever has mended it already finds the light bulb at the top, and nothing in it.
    const position = editor.document.positionAt(Math.max(0, at));
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    const show = step === 'hover' ? 'editor.action.showHover' : 'editor.action.quickFix';
    await vscode.commands.executeCommand(show);
  });
}
