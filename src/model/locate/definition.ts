import { parseJson } from '../../syntax/json';
import { parseYaml } from '../../syntax/yaml';
import { buildStateMachine, isStateMachine, type MachineType } from '../stateMachine';
import { NOTHING, type Located } from './located';
import { isNamedDefinition, type SourceFile } from './sourceFile';

/** Reads a file that is a definition by its name, or visibly. */
export function locateDefinition(file: SourceFile, format: 'json' | 'yaml', type: MachineType): Located {
  const named = isNamedDefinition(file);
  // Most files of a workspace are none of ours: a look at the text is cheaper than reading it.
  if (!named && !file.text.includes('States')) return NOTHING;
  const tree = format === 'json' ? parseJson(file.text) : parseYaml(file.text);
  if (!named && !isStateMachine(tree)) return NOTHING;
  const machine = buildStateMachine(tree, type);
  return { tree, isDefinition: true, stateMachines: machine ? [machine] : [] };
}
