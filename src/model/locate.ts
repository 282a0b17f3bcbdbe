import { parseJson } from '../syntax/json';
import type { Format, Tree } from '../syntax/tree';
import { parseYaml } from '../syntax/yaml';
import { buildStateMachine, isStateMachine, type MachineType, type StateMachine } from './stateMachine';

/** A file as the user sees it. */
export interface SourceFile {
  /** A path or URI; its ending tells the format where `languageId` does not. */
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
}

/** What a file holds that rules and editor features can look at. */
export interface Located {
  /** The file's text read by its format; absent for files that are none of ours. */
  readonly tree?: Tree;
  /** True for a file that is a definition, or that says so by its name or language. */
  readonly isDefinition: boolean;
  readonly stateMachines: readonly StateMachine[];
}

const ASL_FILE = /\.asl(?:\.(?:json|ya?ml))?$/i;

/** The format of a file by its language, else by its name. */
export function formatOf({ path, languageId }: Pick<SourceFile, 'path' | 'languageId'>): Format | undefined {
  if (languageId === 'asl' || languageId === 'json' || languageId === 'jsonc') return 'json';
  if (languageId === 'asl-yaml' || languageId === 'yaml') return 'yaml';
  if (/\.(?:json|asl)$/i.test(path)) return 'json';
  return /\.ya?ml$/i.test(path) ? 'yaml' : undefined;
}

/** True where name or language already say that a file is a definition. */
export function isNamedDefinition({ path, languageId }: Pick<SourceFile, 'path' | 'languageId'>): boolean {
  return languageId === 'asl' || languageId === 'asl-yaml' || ASL_FILE.test(path);
}

/** Reads a file and finds what is in it; `type` is what a stand-alone definition is judged as. */
export function locate(file: SourceFile, type: MachineType = 'STANDARD'): Located {
  const format = formatOf(file);
  const named = isNamedDefinition(file);
  // Most files of a workspace are none of ours: a look at the text is cheaper than reading it.
  if (!format || (!named && !file.text.includes('States'))) return { isDefinition: false, stateMachines: [] };
  const tree = format === 'json' ? parseJson(file.text) : parseYaml(file.text);
  if (!named && !isStateMachine(tree)) return { isDefinition: false, stateMachines: [] };
  const machine = buildStateMachine(tree, type);
  return { tree, isDefinition: true, stateMachines: machine ? [machine] : [] };
}
