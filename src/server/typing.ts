import { MarkupKind, type Connection } from 'vscode-languageserver';
import { complete } from '../language/completion';
import type { LanguageDocument } from '../language/document';
import { formatting } from '../language/formatting';
import { linkedEditing } from '../language/linkedEditing';
import { onTypeFormatting } from '../language/onTypeFormatting';
import { signatureHelp } from '../language/signatureHelp';
import { lineStart } from '../syntax/lines';
import { toCompletionItems, toRange, toSpan, toTextEdits } from './convert';
import type { OpenDocuments } from './documents';
import type { WorkspaceFiles } from './workspaceFiles';

/** Any name that a state can have on one line. */
const STATE_NAME = '[^"\\n]*';

/** Answers what helps while a text is typed. */
export function answerTyping(
  connection: Connection,
  open: OpenDocuments,
  files: WorkspaceFiles,
  userZone?: string,
): void {
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    const offset = text.offsetAt(position);
    if (context?.triggerCharacter === ':' && endsKeyOfYaml(document, offset)) return [];
    return toCompletionItems(text, complete(document, offset, userZone, files.graph));
  });

  connection.onSignatureHelp(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const help = document && text && signatureHelp(document, text.offsetAt(position));
    if (!help) return null;
    const parameters = help.parameters.map(({ label: [start, end], documentation }) => {
      const label: [number, number] = [start, end];
      return { label, documentation };
    });
    const documentation = { kind: MarkupKind.Markdown, value: help.documentation };
    return {
      signatures: [{ label: help.label, documentation, parameters }],
      activeSignature: 0,
      activeParameter: help.active,
    };
  });

  connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const spans = document && text && linkedEditing(document, text.offsetAt(position));
    return spans ? { ranges: spans.map((span) => toRange(text, span)), wordPattern: STATE_NAME } : null;
  });

  connection.onDocumentFormatting(async ({ textDocument, options }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    return document && text ? toTextEdits(text, formatting(document, options)) : [];
  });

  connection.onDocumentRangeFormatting(async ({ textDocument, options, range }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    return document && text ? toTextEdits(text, formatting(document, options, toSpan(text, range))) : [];
  });

  connection.onDocumentOnTypeFormatting(async ({ textDocument, position, ch, options }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    return toTextEdits(text, onTypeFormatting(document, text.offsetAt(position), ch, options));
  });
}

/** Behind a key of YAML many go on with a new line, which a list that opens by itself would take for a choice. */
function endsKeyOfYaml({ located, text }: LanguageDocument, offset: number): boolean {
  if (located.tree?.format !== 'yaml') return false;
  return /^\s*(?:-\s+)*[\w.$-]+:$/.test(text.slice(lineStart(text, offset), offset));
}
