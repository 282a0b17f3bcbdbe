import { changedTree } from '../../syntax/changedTree';
import { parseJson } from '../../syntax/json';
import type { Tree } from '../../syntax/tree';
import { parseYaml } from '../../syntax/yaml';
import { buildWorkflow, mayBeWorkflow } from '../mwaaServerless';
import { buildStateMachine, isStateMachine, type MachineType } from '../stateMachine';
import { NOTHING, type Located } from './located';
import { isNamedDefinition, isNamedPattern, isUnreadTemplate, type SourceFile } from './sourceFile';
import { locateTemplate, mayBeTemplate } from './template';

/**
 * Reads a file that is a definition by its name, or visibly a definition or template. `before` is what it held
 * as it was; nobody may use its tree any more.
 */
export function locateDefinition(
  file: SourceFile,
  format: 'json' | 'yaml',
  type: MachineType,
  before?: Located,
): Located {
  if (isNamedPattern(file)) return locatePattern(file, format);
  if (isUnreadTemplate(file)) return NOTHING;
  const named = isNamedDefinition(file);
  const template = !named && mayBeTemplate(file.text);
  // Most files of a workspace are none of ours: a look at the text is cheaper than reading it.
  const workflow = !named && !template && format === 'yaml' && mayBeWorkflow(file.text);
  if (!named && !template && !workflow && !file.text.includes('States')) return NOTHING;
  // Templates have endings and languages of their own, which do not tell their format.
  const isJson = template && /\.template$/i.test(file.path) ? /^\s*\{/.test(file.text) : format === 'json';
  const tree =
    changed(before, isJson ? 'json' : 'yaml', file.text) ??
    (isJson ? parseJson(file.text) : parseYaml(file.text));
  const inTemplate = template ? locateTemplate(tree) : undefined;
  if (inTemplate) return inTemplate;
  const found = workflow ? buildWorkflow(tree) : undefined;
  if (found) return { ...NOTHING, tree, workflow: found };
  if (!named && !isStateMachine(tree)) return NOTHING;
  const machine = buildStateMachine(tree, type);
  return { ...NOTHING, tree, isDefinition: true, stateMachines: machine ? [machine] : [] };
}

/** Templates change their trees, which then are not what was read. */
function changed(before: Located | undefined, format: 'json' | 'yaml', text: string): Tree | undefined {
  const tree = before?.isDefinition ? before.tree : undefined;
  return tree?.format === format ? changedTree(tree, text) : undefined;
}

function locatePattern(file: SourceFile, format: 'json' | 'yaml'): Located {
  const tree = format === 'json' ? parseJson(file.text) : parseYaml(file.text);
  const { root: node } = tree;
  return { ...NOTHING, tree, eventPatterns: node ? [{ node, text: tree, dialect: 'bus' }] : [] };
}
