import * as vscode from 'vscode';
import type { EventResult, MatchRow, PatternRun, Range } from '../../protocol/match';

/** Stands behind a field: what it is, and what it had to be. */
const WORDS: Readonly<Record<MatchRow['outcome'], (row: MatchRow) => string>> = {
  matched: ({ kind, found, expected }) =>
    kind !== 'field' ? '✓ matches' : found === expected ? '✓' : `✓ ${found || 'not there'}`,
  differs: ({ kind, found }) => (kind === 'field' ? `✗ found ${found}` : '✗ does not match'),
  missing: () => '✗ the event has no such field',
  present: ({ found }) => `✗ should not be there, found ${found}`,
  overridden: () => '– given again further down',
  unknown: () => '? filled in elsewhere',
};

/** Longer values are in the panel. */
const LONGEST = 60;

/** The results of one event, behind the fields of a pattern. */
export class InlineResults implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  dispose(): void {
    this.#type.dispose();
  }

  /** Takes the place of what stood in the document's editors before. */
  show(uri: string, run: PatternRun, result: EventResult | undefined): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const shown = editor.document.uri.toString() === uri && result;
      editor.setDecorations(this.#type, shown ? decorations(editor.document, run, result) : []);
    }
  }

  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.#type, []);
  }
}

function decorations(
  document: vscode.TextDocument,
  { range }: PatternRun,
  { title, verdict, message, rows }: EventResult,
): vscode.DecorationOptions[] {
  const says = {
    matches: `✓ matches "${title}"`,
    differs: `✗ does not match "${title}"`,
    refused: `✗ cannot be asked about "${title}"`,
  }[verdict];
  const { end } = document.lineAt(range.start.line).range;
  const head = behind(new vscode.Range(end, end), says, verdict === 'matches', message);
  const parts = rows
    .filter(({ kind }) => kind !== 'or')
    .map((row) => {
      const hover =
        row.kind === 'field' ? [`Expected ${row.expected}.`, row.hint].filter(Boolean).join(' ') : '';
      const good = row.outcome === 'matched' ? true : row.outcome === 'unknown' ? undefined : false;
      return behind(placeBehind(document, row.range), WORDS[row.outcome](row), good, hover);
    });
  return [head, ...parts];
}

function behind(
  range: vscode.Range,
  text: string,
  good: boolean | undefined,
  hover: string | undefined,
): vscode.DecorationOptions {
  const color =
    good === undefined ? 'editorInlayHint.foreground' : good ? 'testing.iconPassed' : 'testing.iconFailed';
  const contentText = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return {
    range,
    ...(hover && { hoverMessage: new vscode.MarkdownString().appendText(hover) }),
    renderOptions: { after: { contentText, color: new vscode.ThemeColor(color), margin: '0 1ch' } },
  };
}

/** The value, with what closes its line after it. */
function placeBehind(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  const line = document.lineAt(end.line);
  const isLast = /^[\s,\]})]*$/.test(line.text.slice(end.character));
  const place = isLast ? line.range.end : new vscode.Position(end.line, end.character);
  return new vscode.Range(new vscode.Position(start.line, start.character), place);
}
