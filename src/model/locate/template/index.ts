import type { Tree } from '../../../syntax/tree';
import {
  buildCloudFormation,
  buildServerless,
  isCloudFormation,
  isServerless,
  type Template,
} from '../../template';
import { NOTHING, type Located } from '../located';
import { definitionsIn } from './machines';
import { patternsIn } from './patterns';
import { schedulesIn } from './schedules';

/** What a configuration of the Serverless Framework has at its left edge. */
const SERVERLESS = /^(?:provider|stepFunctions|stateMachines):/m;

/** True for a text that may be a template: a look at it is cheaper than reading it. */
export function mayBeTemplate(text: string): boolean {
  return (text.includes('Resources') && text.includes('::')) || SERVERLESS.test(text);
}

/** Finds what is embedded in a template; `undefined` for a tree that is none. */
export function locateTemplate(tree: Tree): Located | undefined {
  if (isCloudFormation(tree)) return locateIn(buildCloudFormation(tree));
  return isServerless(tree) ? locateIn(buildServerless(tree)) : undefined;
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
