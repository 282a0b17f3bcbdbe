/** What the editor and the language server say to each other beyond LSP; plain JSON, version 1. */

/** Server → editor: the text of a file by URI, or `null` where it cannot be read. Works for virtual file systems. */
export const READ_FILE = 'orchestrationLens/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Editor → server: the page of a rule as Markdown, or `null` for an unknown rule. */
export const RULE_PAGE = 'orchestrationLens/rulePage';
export interface RulePageParams {
  readonly rule: string;
  /** The address behind which a place of the guide, as JSON in its query, opens the guide; without it notes are only named. */
  readonly guide?: string;
}

/** Editor → server: what a document is, for the status item; `null` for files that are none of ours. */
export const DOCUMENT_KIND = 'orchestrationLens/documentKind';
export interface DocumentKindParams {
  readonly uri: string;
}
export interface DocumentKind {
  /** For example `ASL · JSONata`. */
  readonly label: string;
  /** How much there is of it: `5 states`. */
  readonly detail?: string;
  /** The study note about what it is, `note` or `note#heading`. */
  readonly note: string;
}

/** What the editor tells the server when it starts. */
export interface ServerOptions {
  /** On the web: the address of the folder with the files that the server loads when it needs them. */
  readonly assets?: string;
  /** The zone of the person at the editor, by its name in the time zone database. */
  readonly timeZone?: string;
}

/** The editor's settings that the server needs. */
export interface ServerSettings {
  readonly rules?: Readonly<Record<string, string>>;
  readonly machineType?: 'STANDARD' | 'EXPRESS';
}
export const SETTINGS_SECTION = 'orchestrationLens';
export const DIAGNOSTIC_SOURCE = 'Orchestration Lens';
export const SHOW_RULE_COMMAND = 'orchestrationLens.showRule';
/** Behind a code lens: opens the places that it counts. */
export const SHOW_REFERENCES_COMMAND = 'orchestrationLens.showReferences';
/** What a lens is about, in its `data`: a key of the setting `orchestrationLens.codeLenses`. */
export type LensKind = 'references' | 'callers' | 'findings' | 'events';
export const CONFIG_FILE_GLOB = '**/orchestration-lens.{json,yaml,yml}';

/** Server → editor: URIs of the files of the workspace that match a glob; folders of other people's code left out. */
export const FIND_FILES = 'orchestrationLens/findFiles';
export interface FindFilesParams {
  readonly glob: string;
  readonly limit: number;
}

/** Files from which the workspace graph is made. */
export const WATCHED_GLOB = '**/*.{json,asl,template,yaml,yml,py,js,mjs,cjs,ts,mts,cts,tf}';

/** Editor → server: a definition in the other format; `null` where there is none that can be read. */
export const CONVERT = 'orchestrationLens/convert';
export interface ConvertParams {
  readonly uri: string;
}
export interface ConvertResult {
  readonly text: string;
  readonly languageId: string;
  /** What the other format cannot hold, a sentence each. */
  readonly lost: readonly string[];
}

/** Editor → server: a change at a selection, by the name of its kind; `null` where there is nothing to change. */
export const REFACTOR = 'orchestrationLens/refactor';
export interface RefactorParams {
  readonly uri: string;
  /** As in LSP. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly id: string;
}
export type RefactorResult =
  | {
      /** A `WorkspaceEdit` of LSP. */
      readonly edit: object;
      /** What the author should know, a sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly refusal: string };
/** Behind a change: tells what the author should know about it. */
export const SHOW_REMARKS_COMMAND = 'orchestrationLens.showRemarks';
