import * as vscode from 'vscode';
import { eventually, ok } from './assert';

/** Opens a text in an editor, without a file behind it. */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  // VS Code keeps a copy of what is not saved. On a busy machine the copy of an editor that was closed just
  // now is still there, and fills the new one of the same name.
  if (document.getText() !== content) {
    const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
    ok(await editor.edit((edit) => edit.replace(whole, content)), 'The edit was not taken.');
  }
  return editor;
}

/** Opens a file of the suite's workspace. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no workspace folder');
  const uri = vscode.Uri.joinPath(folder.uri, path);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Runs a provider until it says something that is accepted; the workspace is read in the background. */
export function ask<T>(accept: (answer: T) => unknown, command: string, ...words: unknown[]): Promise<T> {
  return eventually(() => vscode.commands.executeCommand<T>(command, ...words), accept);
}

/** Our findings in a document as soon as there are such. */
export function findings(
  document: vscode.TextDocument,
  accept = (found: vscode.Diagnostic[]) => found.length > 0,
) {
  return eventually(() => ours(document), accept);
}

/** Our findings in a document as they are. */
export function ours({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Orchestration Lens');
}

/** The name of the rule behind a finding. */
export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The position at which a text begins in a document. */
export function positionOf(document: vscode.TextDocument, text: string, plus = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `"${text}" is not in the document.`);
  return document.positionAt(offset + plus);
}

/** What is offered at a position, as soon as something with this label is among it. */
export async function completion(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  label: string,
): Promise<{ readonly item: vscode.CompletionItem; readonly labels: readonly string[] }> {
  const { items } = await ask<vscode.CompletionList>(
    (list) => list.items.some((item) => labelOf(item) === label),
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  const item = items.find((each) => labelOf(each) === label);
  ok(item);
  return { item, labels: items.map(labelOf) };
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Replaces the first occurrence of a text as a user's typing would. */
export async function type(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = positionOf(document, from);
  const range = new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length));
  ok(await editor.edit((edit) => edit.replace(range, to)), 'The edit was not taken.');
}
