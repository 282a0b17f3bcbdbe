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
import { callsFrom, callsInto, hierarchyItem } from '../../src/language/callHierarchy';
import { documentLinks } from '../../src/language/documentLinks';
import { namedPatterns } from '../../src/language/match/patterns';
import { runPattern } from '../../src/language/match/run';
import { linkedEditing } from '../../src/language/linkedEditing';
import { callerLenses, findingLenses } from '../../src/language/machineLenses';
import { onTypeFormatting } from '../../src/language/onTypeFormatting';
import { semanticTokens } from '../../src/language/semanticTokens';
import { signatureHelp } from '../../src/language/signatureHelp';
import { workspaceDefinition } from '../../src/language/workspaceDefinition';
import { workspaceReferences } from '../../src/language/workspaceReferences';
import { workspaceSymbols } from '../../src/language/workspaceSymbols';
import type { WorkspaceGraph } from '../../src/model/workspace';
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

const GRAPHS = new WeakMap<LanguageDocument, WorkspaceGraph>();

/** The workspace of one file. */
function graphOf(document: LanguageDocument): WorkspaceGraph {
  let graph = GRAPHS.get(document);
  if (!graph) {
    const index = new WorkspaceIndex();
    index.update(document, document.located);
    GRAPHS.set(document, (graph = index.graph));
  }
  return graph;
}

type Features = Readonly<Record<string, (question: Question) => unknown>>;

/** What is asked about a place. */
export const FEATURES_AT_A_PLACE: Features = {
  codeActions: ({ document, diagnostics, selection }) => codeActions(document, diagnostics, selection),
  complete: ({ document, offset }) => complete(document, offset),
  definition: ({ document, offset }) => definition(document, offset),
  'formatting of a range': ({ document, selection }) =>
    formatting(document, { tabSize: 4, insertSpaces: false }, selection),
  'formatting on type': ({ document, offset }) => [
    onTypeFormatting(document, offset, '\n', { tabSize: 2, insertSpaces: true }),
    onTypeFormatting(document, offset, '}', { tabSize: 2, insertSpaces: true }),
  ],
  hover: ({ document, offset }) => hover(document, offset),
  linkedEditing: ({ document, offset }) => linkedEditing(document, offset),
  references: ({ document, offset }) => references(document, offset),
  rename: ({ document, offset }) => rename(document, offset, 'Another "name"'),
  renameTarget: ({ document, offset }) => renameTarget(document, offset),
  selectionRanges: ({ document, offset }) => selectionRanges(document, offset),
  signatureHelp: ({ document, offset }) => {
    const help = signatureHelp(document, offset);
    return help && undefined;
  },
  workspace: ({ document, offset }) => {
    const graph = graphOf(document);
    const item = hierarchyItem(document, graph, offset);
    return [
      workspaceDefinition(document, graph, offset),
      workspaceReferences(document, graph, offset),
      item && [callsInto(graph, item), callsFrom(graph, item)],
    ];
  },
};

/** What is asked about a whole text. */
export const FEATURES_OF_A_TEXT: Features = {
  codeLenses: ({ document }) => codeLenses(document),
  documentKind: ({ document }) => documentKind(document),
  fixAll: ({ diagnostics }) => fixAll(diagnostics),
  folding: ({ document }) => folding(document),
  formatting: ({ document }) => formatting(document, { tabSize: 2, insertSpaces: true }),
  inlayHints: ({ document, selection }) => inlayHints(document, selection),
  machineLenses: ({ document, diagnostics }) => [
    callerLenses(document, graphOf(document)),
    findingLenses(document, diagnostics),
  ],
  patternRuns: ({ document }) =>
    namedPatterns(document.located).map((pattern) => runPattern(document, pattern, [])),
  semanticTokens: ({ document }) => semanticTokens(document),
  suppressions: ({ document }) => suppressionsIn(document.text, document.located),
  symbols: ({ document }) => symbols(document),
  workspaceGraph: ({ document }) => [
    documentLinks(document, graphOf(document)),
    workspaceSymbols(graphOf(document), 'a'),
  ],
};

/** Every feature by the name that a failure is reported under; what it answers is searched for ranges. */
export const FEATURES: Features = { ...FEATURES_AT_A_PLACE, ...FEATURES_OF_A_TEXT };
