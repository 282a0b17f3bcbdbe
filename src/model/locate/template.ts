import type { Tree } from '../../syntax/tree';
import { buildCloudFormation, isCloudFormation } from '../template';
import { NOTHING, type Located } from './located';

/** True for a text that may be a template: a look at it is cheaper than reading it. */
export function mayBeTemplate(text: string): boolean {
  return text.includes('Resources') && text.includes('::');
}

/** Finds what is embedded in a template; `undefined` for a tree that is none. */
export function locateTemplate(tree: Tree): Located | undefined {
  if (!isCloudFormation(tree)) return undefined;
  const template = buildCloudFormation(tree);
  return { ...NOTHING, tree, template };
}
