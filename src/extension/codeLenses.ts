import * as vscode from 'vscode';
import type { ProvideCodeLensesSignature } from 'vscode-languageclient';
import { SHOW_REFERENCES_COMMAND, type LensKind } from '../protocol/requests';

/** Of the lenses those are shown that the user wants: `orchestrationLens.codeLenses`. */
export async function lensesIfWanted(
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  next: ProvideCodeLensesSignature,
): Promise<vscode.CodeLens[]> {
  const wanted = vscode.workspace
    .getConfiguration('orchestrationLens', document)
    .get<Partial<Record<LensKind, boolean>>>('codeLenses', {});
  const lenses: (vscode.CodeLens & { data?: LensKind })[] = (await next(document, token)) ?? [];
  return lenses.filter(({ data }) => data === undefined || wanted[data] !== false);
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** Opens the places that a lens counts; a server can name them only as plain JSON. */
export function registerShowReferences(): vscode.Disposable {
  const position = ({ line, character }: Place): vscode.Position => new vscode.Position(line, character);
  return vscode.commands.registerCommand(
    SHOW_REFERENCES_COMMAND,
    (uri: string, at: Place, locations: Location[]) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        position(at),
        locations.map(
          (one) =>
            new vscode.Location(
              vscode.Uri.parse(one.uri),
              new vscode.Range(position(one.range.start), position(one.range.end)),
            ),
        ),
      ),
  );
}
