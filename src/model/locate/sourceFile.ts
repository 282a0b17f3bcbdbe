import type { Format } from '../../syntax/tree';

/** A file as the user sees it. */
export interface SourceFile {
  /** A path or URI; its ending tells the format where `languageId` does not. */
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
}

/** How a file is read; TypeScript stands for JavaScript too. */
export type SourceFormat = Format | 'python' | 'typescript' | 'terraform' | 'requirements';

const BY_LANGUAGE: Readonly<Record<string, SourceFormat>> = {
  asl: 'json',
  json: 'json',
  jsonc: 'json',
  'asl-yaml': 'yaml',
  eventpattern: 'json',
  yaml: 'yaml',
  cloudformation: 'yaml',
  python: 'python',
  typescript: 'typescript',
  javascript: 'typescript',
  terraform: 'terraform',
};

const BY_ENDING: readonly [RegExp, SourceFormat][] = [
  [/\.(?:json|asl|template|tftpl|tpl)$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.py$/i, 'python'],
  [/\.[cm]?[jt]s$/i, 'typescript'],
  [/\.tf$/i, 'terraform'],
  [/(?:^|[\\/])requirements[\w.-]*\.txt$/i, 'requirements'],
];

/** Endings of the files that may hold something for us, without their dot. */
export const FILE_ENDINGS = [
  'json',
  'asl',
  'template',
  'yaml',
  'yml',
  'py',
  'js',
  'mjs',
  'cjs',
  'ts',
  'mts',
  'cts',
  'tf',
  'tftpl',
  'tpl',
] as const;

/** Names of files with an ending that most files of do not concern us. */
export const FILE_NAMES = ['requirements*.txt'] as const;

/** The format of a file by its language, else by its name. */
export function formatOf({
  path,
  languageId,
}: Pick<SourceFile, 'path' | 'languageId'>): SourceFormat | undefined {
  return BY_LANGUAGE[languageId ?? ''] ?? BY_ENDING.find(([ending]) => ending.test(path))?.[1];
}

/** True for a text that `templatefile` of Terraform fills in and that is no JSON before: with directives, or not even an object. */
export function isUnreadTemplate({ path, text }: SourceFile): boolean {
  return /\.(?:tftpl|tpl)$/i.test(path) && (text.includes('%{') || !/^\s*\{/.test(text));
}

const ASL_FILE = /\.asl(?:\.(?:json|ya?ml))?$/i;

/** True where name or language already say that a file is a definition. */
export function isNamedDefinition({ path, languageId }: Pick<SourceFile, 'path' | 'languageId'>): boolean {
  return languageId === 'asl' || languageId === 'asl-yaml' || ASL_FILE.test(path);
}

/** True for a file that is an event pattern by its name, `failed.eventpattern.json`, or its language. */
export function isNamedPattern({ path, languageId }: Pick<SourceFile, 'path' | 'languageId'>): boolean {
  return languageId === 'eventpattern' || /\.eventpattern\.(?:json|ya?ml)$/i.test(path);
}
