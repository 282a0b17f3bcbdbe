import { getString, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import type { Shape } from './shape';

/** What reaches a state and what is around it. */
export interface Surroundings {
  readonly input: Shape;
  /** The item of the nearest Map around. */
  readonly item: Shape;
  /** What the branches of a Parallel or the iterations of a Map come to, as far as it is known yet. */
  readonly results: readonly Shape[];
  /** False in a machine without variables. */
  readonly assigns: boolean;
  /** What a variable can hold; `undefined` where nothing assigns it. */
  variable(name: string): Shape | undefined;
}

/** What can be known of the data of one state, stage by stage. */
export interface StateData {
  readonly input: Shape;
  /** What "InputPath" leaves of the input; the input where there is none. */
  readonly effective: Shape;
  /** What a task, a branch or an iteration is given. */
  readonly given: Shape;
  /** The item that a Map works on. */
  readonly item?: Shape;
  /** What the task, the branches or the iterations give back. */
  readonly result?: Shape;
  /** What "ResultSelector" makes of the result. */
  readonly selected?: Shape;
  /** What "$" is in "Assign" of a JSONPath state. */
  readonly assigning: Shape;
  /** What has come together before "OutputPath". */
  readonly combined: Shape;
  readonly output: Shape;
  /** What goes along each transition of the state, in their order. */
  readonly exits: readonly Shape[];
  readonly assigned: readonly Assigned[];
}

/** What an Assign gives to a variable. */
export interface Assigned {
  readonly name: string;
  readonly shape: Shape;
}

/** True where a field that picks something out is absent, or takes all. */
export function takesWhole(node: ObjectNode, field: string): boolean {
  return property(node, field) === undefined || fieldText(node, field) === '$';
}

/** The text of a field, unless something outside fills it in. */
export function fieldText(node: ObjectNode, name: string): string | undefined {
  const text = getString(node, name);
  return text && !text.dynamic ? text.value : undefined;
}
