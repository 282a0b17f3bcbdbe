import * as vscode from 'vscode';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { ProvideDiagnosticSignature } from 'vscode-languageclient';
import { DIAGNOSTIC_SOURCE } from '../protocol/requests';

/**
 * Another extension (AWS Toolkit) may check the same file. What it already reports at a place is not
 * reported there again, unless the user wants both: `orchestrationLens.hideDuplicates`.
 */
export async function withoutDuplicates(
  document: vscode.TextDocument | vscode.Uri,
  previousResultId: string | undefined,
  token: vscode.CancellationToken,
  next: ProvideDiagnosticSignature,
): Promise<Awaited<ReturnType<ProvideDiagnosticSignature>>> {
  const report = await next(document, previousResultId, token);
  const uri = document instanceof vscode.Uri ? document : document.uri;
  const hide = vscode.workspace.getConfiguration('orchestrationLens', uri).get('hideDuplicates', true);
  if (!report || !hide || !('items' in report)) return report;
  const others = errorsOfOthers(uri);
  if (others.length === 0) return report;
  const items = report.items.filter((item) => !others.some((range) => overlaps(range, item.range)));
  return { ...report, items } as typeof report;
}

/** Asks for our diagnostics again when another extension's of an open definition have changed. */
export function watchDuplicates(refresh: () => void): vscode.Disposable {
  const known = new Map<string, number>();
  return vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    let changed = false;
    for (const uri of uris) {
      const count = errorsOfOthers(uri).length;
      if ((known.get(uri.toString()) ?? 0) !== count) changed = true;
      known.set(uri.toString(), count);
    }
    if (changed) refresh();
  });
}

function errorsOfOthers(uri: vscode.Uri): vscode.Range[] {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document?.languageId !== 'asl' && document?.languageId !== 'asl-yaml') return [];
  return vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) => source !== DIAGNOSTIC_SOURCE && severity <= vscode.DiagnosticSeverity.Warning,
    )
    .map(({ range }) => range);
}

type LspRange = NonNullable<Extract<DocumentDiagnosticReport, { items: unknown }>['items'][number]>['range'];

function overlaps(a: vscode.Range, b: LspRange): boolean {
  return (
    a.intersection(new vscode.Range(b.start.line, b.start.character, b.end.line, b.end.character)) !==
    undefined
  );
}
