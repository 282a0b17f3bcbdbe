import {
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageDocument } from '../language/document';
import { refactor, refactorings, type RefactoringResult } from '../language/refactor';
import {
  REFACTOR,
  SHOW_REMARKS_COMMAND,
  type RefactorParams,
  type RefactorResult,
} from '../protocol/requests';
import type { Span } from '../syntax/tree';
import { toSpan, toTextEdits } from './convert';
import type { OpenDocuments } from './documents';

/** What an action needs to be worked out once it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly span: Span;
  readonly id: string;
  readonly argument?: string;
}

/** The changes that can be chosen at a selection, without their edits; what cannot be done is told where it is asked for. */
export function refactorActions(
  document: LanguageDocument,
  text: TextDocument,
  span: Span,
  { only, triggerKind }: CodeActionContext,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  return refactorings(document, span)
    .filter(
      ({ kind, disabled }) =>
        wants(kind) && (!disabled || (only && triggerKind !== CodeActionTriggerKind.Automatic)),
    )
    .map(({ title, kind, disabled, id, argument }): CodeAction => {
      if (disabled) return { title, kind, disabled: { reason: disabled } };
      const data: ActionData = { uri: text.uri, version: text.version, span, id, argument };
      return { title, kind, data };
    });
}

/** Works an action out when it is chosen, and answers the commands that do the same. */
export function answerRefactorings(connection: Connection, open: OpenDocuments): void {
  connection.onCodeActionResolve(async (action) => {
    // An action that only opens a note has nothing to work out.
    if (!action.data) return action;
    const { uri, version, span, id, argument } = action.data as ActionData;
    const document = await open.get(uri);
    const text = open.text(uri);
    if (!document || text?.version !== version) return action;
    const result = refactor(document, span, id, argument);
    if (!result) return action;
    const { remarks } = result;
    const command = remarks?.length
      ? { title: action.title, command: SHOW_REMARKS_COMMAND, arguments: [remarks] }
      : undefined;
    return { ...action, edit: toEdit(text, result), command };
  });

  connection.onRequest(
    REFACTOR,
    async ({ uri, range, id }: RefactorParams): Promise<RefactorResult | null> => {
      const document = await open.get(uri);
      const text = open.text(uri);
      if (!document || !text) return null;
      const span = toSpan(text, range);
      const offer = refactorings(document, span).find((each) => each.id === id);
      if (!offer) return null;
      if (offer.disabled) return { refusal: offer.disabled };
      const result = refactor(document, span, id, offer.argument);
      if (!result) return { refusal: 'The text around this definition cannot hold the change.' };
      return { edit: toEdit(text, result), remarks: result.remarks ?? [] };
    },
  );
}

/** One step that can be undone: edits of one version, and a new file beside it. */
function toEdit(document: TextDocument, { edits, file }: RefactoringResult): WorkspaceEdit {
  const { uri, version } = document;
  const changes = { textDocument: { uri, version }, edits: toTextEdits(document, edits) };
  if (!file) return { documentChanges: [changes] };
  const created = new URL(encodeURIComponent(file.name), uri).toString();
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: created, options: { overwrite: false } },
      {
        textDocument: { uri: created, version: null },
        edits: [{ range: { start, end: start }, newText: file.text }],
      },
      changes,
    ],
  };
}
