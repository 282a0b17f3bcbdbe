import {
  SymbolKind,
  type CallHierarchyItem,
  type Connection,
  type LocationLink,
  type Range,
} from 'vscode-languageserver';
import {
  callsFrom,
  callsInto,
  hierarchyItem,
  type HierarchyCall,
  type HierarchyItem,
} from '../language/callHierarchy';
import { definition } from '../language/definition';
import { documentLinks } from '../language/documentLinks';
import { references } from '../language/references';
import { variableDefinitions } from '../language/variableDefinition';
import { workspaceDefinition } from '../language/workspaceDefinition';
import { workspaceReferences } from '../language/workspaceReferences';
import { workspaceSymbols, type WorkspaceSymbol } from '../language/workspaceSymbols';
import type { PartKind } from '../model/workspace';
import type { Span } from '../syntax/tree';
import { toRange } from './convert';
import type { OpenDocuments } from './documents';
import { FileTexts } from './fileTexts';
import type { WorkspaceFiles } from './workspaceFiles';

/** What is known of the workspace by then is enough for an answer. */
const LONGEST_WAIT = 1_500;

const KINDS: Readonly<Record<PartKind | 'state', SymbolKind>> = {
  state: SymbolKind.Field,
  stateMachine: SymbolKind.Module,
  function: SymbolKind.Function,
  handler: SymbolKind.Function,
  rule: SymbolKind.Event,
  schedule: SymbolKind.Event,
  pipe: SymbolKind.Interface,
  eventSource: SymbolKind.Interface,
  glueWorkflow: SymbolKind.Module,
  glueTrigger: SymbolKind.Event,
  glueJob: SymbolKind.Class,
  glueCrawler: SymbolKind.Class,
  script: SymbolKind.File,
  dag: SymbolKind.Module,
  resource: SymbolKind.Object,
};

/** Answers what leads from one place to another, within a file and over the files of the workspace. */
export function navigate(connection: Connection, open: OpenDocuments, files: WorkspaceFiles): void {
  connection.onDefinition(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return null;
    const offset = text.offsetAt(position);
    const named = definition(document, offset);
    const here = named ? [named] : variableDefinitions(document, offset);
    const links = here.map(({ from, target, targetName }): LocationLink => ({
      originSelectionRange: toRange(text, from),
      targetUri: text.uri,
      targetRange: toRange(text, target),
      targetSelectionRange: toRange(text, targetName),
    }));
    const graph = await files.graphWith(document, LONGEST_WAIT);
    const there = graph && workspaceDefinition(document, graph, offset);
    const texts = new FileTexts(connection, open);
    for (const place of there?.targets ?? []) {
      if (place.path === text.uri && place.span.start === named?.targetName.start) continue;
      const range = await texts.range(place);
      if (!range || !there) continue;
      const originSelectionRange = toRange(text, there.from);
      links.push({
        originSelectionRange,
        targetUri: place.path,
        targetRange: range,
        targetSelectionRange: range,
      });
    }
    return links;
  });

  connection.onReferences(async ({ textDocument, position, context }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    if (!document || !text) return [];
    const offset = text.offsetAt(position);
    const own = references(document, offset);
    const found = own
      .filter(({ role }) => context.includeDeclaration || role === 'reference')
      .map(({ span }) => ({ uri: text.uri, range: toRange(text, span) }));
    const graph = await files.graphWith(document, LONGEST_WAIT);
    const texts = new FileTexts(connection, open);
    const { includeDeclaration } = context;
    for (const place of graph ? workspaceReferences(document, graph, offset, includeDeclaration) : []) {
      // A call is known by its whole value, of which the name is a part.
      if (place.path === text.uri && own.some(({ span }) => overlap(span, place.span))) continue;
      const range = await texts.range(place);
      if (range) found.push({ uri: place.path, range });
    }
    return found;
  });

  connection.onDocumentLinks(async ({ textDocument }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const graph = document && (await files.graphWith(document, LONGEST_WAIT));
    if (!document || !text || !graph) return [];
    return documentLinks(document, graph).map(({ span, path, tooltip }) => ({
      range: toRange(text, span),
      target: path,
      tooltip,
    }));
  });

  connection.onWorkspaceSymbol(async ({ query }) => {
    const graph = await files.graphWithin(LONGEST_WAIT);
    const symbols = graph ? workspaceSymbols(graph, query) : [];
    // The lines of a place are looked up for the one that is chosen.
    return symbols.map(({ name, kind, container, path, span }) => ({
      name,
      kind: KINDS[kind],
      containerName: container,
      location: { uri: path },
      data: span,
    }));
  });

  connection.onWorkspaceSymbolResolve(async (symbol) => {
    const path = symbol.location.uri;
    const range = await new FileTexts(connection, open).range({
      path,
      span: symbol.data as WorkspaceSymbol['span'],
    });
    return range ? { ...symbol, location: { uri: path, range } } : symbol;
  });

  connection.languages.callHierarchy.onPrepare(async ({ textDocument, position }) => {
    const document = await open.get(textDocument.uri);
    const text = open.text(textDocument.uri);
    const graph = document && (await files.graphWith(document, LONGEST_WAIT));
    const item = text && graph && hierarchyItem(document, graph, text.offsetAt(position));
    const shown = item && (await toItem(new FileTexts(connection, open), item));
    return shown ? [shown] : null;
  });

  connection.languages.callHierarchy.onIncomingCalls(async ({ item }) => {
    const graph = await files.graphWithin(LONGEST_WAIT);
    const calls = graph ? callsInto(graph, item.data as HierarchyItem) : [];
    const texts = new FileTexts(connection, open);
    const shown = await Promise.all(calls.map((call) => toCall(texts, call, call.item.path)));
    return shown.flatMap((call) => (call ? [{ from: call.item, fromRanges: call.fromRanges }] : []));
  });

  connection.languages.callHierarchy.onOutgoingCalls(async ({ item }) => {
    const graph = await files.graphWithin(LONGEST_WAIT);
    const calls = graph ? callsFrom(graph, item.data as HierarchyItem) : [];
    const texts = new FileTexts(connection, open);
    const shown = await Promise.all(calls.map((call) => toCall(texts, call, item.uri)));
    return shown.flatMap((call) => (call ? [{ to: call.item, fromRanges: call.fromRanges }] : []));
  });
}

async function toItem(texts: FileTexts, item: HierarchyItem): Promise<CallHierarchyItem | undefined> {
  const range = await texts.range(item);
  const detail = item.path.slice(item.path.lastIndexOf('/') + 1);
  return (
    range && {
      name: item.name,
      kind: KINDS[item.kind],
      detail,
      uri: item.path,
      range,
      selectionRange: range,
      data: item,
    }
  );
}

/** A call with its places in the file of the caller. */
async function toCall(
  texts: FileTexts,
  { item, spans }: HierarchyCall,
  caller: string,
): Promise<{ item: CallHierarchyItem; fromRanges: Range[] } | undefined> {
  const shown = await toItem(texts, item);
  const ranges = await Promise.all(spans.map((span: Span) => texts.range({ path: caller, span })));
  return shown && { item: shown, fromRanges: ranges.flatMap((range) => range ?? []) };
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
