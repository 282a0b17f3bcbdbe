import * as vscode from 'vscode';
import { syntheticMachine } from '../syntheticMachine';

const ROUNDS = 60;
/** As many first keystrokes meet code that neither VS Code nor the server has run before; they are told apart. */
const COLD = 10;

const ID = 'orchestration-lens.orchestration-lens';

/** Runs inside VS Code: activation, and from a keystroke to the findings that follow from it, in milliseconds. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(ID);
  if (!extension) throw new Error('The extension is not there.');
  const before = performance.now();
  await extension.activate();
  const activation = performance.now() - before;

  const text = JSON.stringify(syntheticMachine(270, 'JSONPath'), null, 2);
  const document = await vscode.workspace.openTextDocument({ language: 'asl', content: text });
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(text.indexOf('"StartAt": "') + '"StartAt": "'.length);
  await until(document.uri, true, () => editor.edit((edit) => edit.insert(at, 'x')));
  const first = performance.now() - before;
  await until(document.uri, false, () =>
    editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1)))),
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await until(document.uri, true, () => editor.edit((edit) => edit.insert(at, 'x'))));
    await until(document.uri, false, () =>
      editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1)))),
    );
  }
  const cold = part(times.slice(0, COLD));
  const warm = part(times.slice(COLD));
  const kilobytes = Math.round(text.length / 1024);
  console.log(
    `bench: ${JSON.stringify({ activation: { ...(await ownFigures()), activation, first }, keystroke: { kilobytes }, cold, warm })}`,
  );
}

function part(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)] };
}

/**
 * VS Code's own account of our activation in milliseconds, as `Developer: Startup Performance` shows it: reading
 * the code, the call of `activate`, and until what it returned was there.
 */
async function ownFigures(): Promise<{ load: number; call: number; finish: number }> {
  await vscode.commands.executeCommand('perfview.show');
  for (;;) {
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
    const row = page
      ?.getText()
      .split('\n')
      .find((line) => line.startsWith(`| ${ID} `));
    if (row) {
      const [load = NaN, call = NaN, finish = NaN] = row.split('|').slice(3, 6).map(Number);
      return { load, call, finish };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Milliseconds from an edit until VS Code has, or has no longer, an error of ours. It is asked over and over, since it
 * tells extensions of changed findings only 50 ms after the last of them.
 */
async function until(uri: vscode.Uri, broken: boolean, edit: () => Thenable<boolean>): Promise<number> {
  const isBroken = (): boolean =>
    vscode.languages.getDiagnostics(uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  const start = performance.now();
  void edit();
  while (isBroken() !== broken) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - start;
}
