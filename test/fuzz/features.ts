import { codeActions, fixAll } from '../../src/language/codeActions';
import { codeLenses } from '../../src/language/codeLenses';
import { complete } from '../../src/language/completion';
import { definition } from '../../src/language/definition';
import type { LanguageDocument } from '../../src/language/document';
import { documentKind } from '../../src/language/documentKind';
import { folding } from '../../src/language/folding';
import { formatting } from '../../src/language/formatting';
import { hover } from '../../src/language/hover';
import { inlayHints } from '../../src/language/inlayHints';
import { references } from '../../src/language/references';
import { rename, renameTarget } from '../../src/language/rename';
import { selectionRanges } from '../../src/language/selectionRanges';
import { symbols } from '../../src/language/symbols';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import type { Diagnostic } from '../../src/rules/run';
import { suppressionsIn } from '../../src/rules/suppress';
import type { Span } from '../../src/syntax/tree';

/** What an editor may ask about, at a place of a document. */
export interface Question {
  readonly document: LanguageDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly offset: number;
  readonly selection: Span;
}

type Features = Readonly<Record<string, (question: Question) => unknown>>;

/** What is asked about a place. */
export const FEATURES_AT_A_PLACE: Features = {
  codeActions: ({ document, diagnostics, selection }) => codeActions(document, diagnostics, selection),
  complete: ({ document, offset }) => complete(document, offset),
  definition: ({ document, offset }) => definition(document, offset),
  'formatting of a range': ({ document, selection }) =>
    formatting(document, { tabSize: 4, insertSpaces: false }, selection),
  hover: ({ document, offset }) => hover(document, offset),
  references: ({ document, offset }) => references(document, offset),
  rename: ({ document, offset }) => rename(document, offset, 'Another "name"'),
  renameTarget: ({ document, offset }) => renameTarget(document, offset),
  selectionRanges: ({ document, offset }) => selectionRanges(document, offset),
};

/** What is asked about a whole text. */
export const FEATURES_OF_A_TEXT: Features = {
  codeLenses: ({ document }) => codeLenses(document),
  documentKind: ({ document }) => documentKind(document),
  fixAll: ({ diagnostics }) => fixAll(diagnostics),
  folding: ({ document }) => folding(document),
  formatting: ({ document }) => formatting(document, { tabSize: 2, insertSpaces: true }),
  inlayHints: ({ document, selection }) => inlayHints(document, selection),
  suppressions: ({ document }) => suppressionsIn(document.text, document.located),
  symbols: ({ document }) => symbols(document),
  workspaceIndex: ({ document }) => {
    const index = new WorkspaceIndex();
    index.update(document, document.located);
    return index.graph && undefined;
  },
};

/** Every feature by the name that a failure is reported under; what it answers is searched for ranges. */
export const FEATURES: Features = { ...FEATURES_AT_A_PLACE, ...FEATURES_OF_A_TEXT };
