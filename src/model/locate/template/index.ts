import type { Tree } from '../../../syntax/tree';
import { buildCloudFormation, isCloudFormation, type Template } from '../../template';
import { NOTHING, type Located } from '../located';
import { definitionsIn } from './machines';
import { patternsIn } from './patterns';
import { schedulesIn } from './schedules';

/** True for a text that may be a template: a look at it is cheaper than reading it. */
export function mayBeTemplate(text: string): boolean {
  return text.includes('Resources') && text.includes('::');
}

/** Finds what is embedded in a template of CloudFormation or SAM; `undefined` for a tree that is none. */
export function locateTemplate(tree: Tree): Located | undefined {
  return isCloudFormation(tree) ? locateIn(buildCloudFormation(tree)) : undefined;
}

/** Everything that is embedded in a template, whatever it is written in. */
export function locateIn(template: Template): Located {
  const definitions = definitionsIn(template);
  return {
    ...NOTHING,
    tree: template.tree,
    template,
    definitions,
    stateMachines: definitions.flatMap(({ machine }) => machine ?? []),
    eventPatterns: patternsIn(template),
    schedules: schedulesIn(template),
  };
}
