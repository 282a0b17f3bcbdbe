import * as vscode from 'vscode';
import type { ScaffoldRequest } from '../../protocol/scaffold';
import { insertText } from '../guide/insert';
import { askScaffold } from './ask';
import { readScaffold, scaffoldsFor, type Flavour } from './scaffolds';

/** Puts the definition of a worked example at the cursor: for Terraform in a file of Terraform, else for SAM. */
export async function insertScaffold(
  extensionUri: vscode.Uri,
  { id, flavour: wanted }: ScaffoldRequest,
): Promise<void> {
  const among = scaffoldsFor(id);
  const step = { title: 'Insert a worked example', step: 1, totalSteps: 1, canGoBack: false };
  const chosen = among.length === 1 && among[0] ? { value: among[0] } : await askScaffold(step, among);
  if (chosen === undefined || chosen === 'back') return;
  const scaffold = chosen.value;
  const flavour = wanted ?? flavourOf(vscode.window.activeTextEditor?.document);
  const file = scaffold.insert ?? scaffold[flavour][0];
  if (file === undefined) return;
  const content = await readScaffold(extensionUri, scaffold, flavour, file);
  await insertText(new TextDecoder().decode(content), languageOf(file));
}

function flavourOf(document: vscode.TextDocument | undefined): Flavour {
  return document?.uri.path.endsWith('.tf') ? 'terraform' : 'sam';
}

const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\.asl\.json$/, 'asl'],
  [/\.py$/, 'python'],
  [/\.ya?ml$/, 'yaml'],
  [/\.tf$/, 'terraform'],
];

function languageOf(file: string): string {
  return LANGUAGES.find(([ending]) => ending.test(file))?.[1] ?? 'plaintext';
}
