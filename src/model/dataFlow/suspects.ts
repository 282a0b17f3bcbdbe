import { pathsOf } from '../../expressions/intrinsic';
import { isDefinite, type JsonPath } from '../../expressions/jsonPath';
import { property } from '../../syntax/navigate';
import type { JsonataExpression, PathExpression, Place } from '../expressions';
import type { State, StateMachine } from '../stateMachine';
import { variablesOf } from '../variables';
import { ERROR_OUTPUT } from './errorOutput';
import { onlyReference } from './evaluation';
import { FieldWrites } from './fieldWrites';
import { answerOf } from './integrationResult';
import { leadsIntoItem, mapOfItem, rootStage } from './seen';
import { takesWhole } from './stateData';
import { lostStep, type Way } from './steps';
import { TopLevel } from './topLevel';

/**
 * Which reads may lead to nothing, told without following the data: for most machines that spares all of the
 * analysis. A read that is no suspect is not lost; most suspects are not lost either.
 */
export class Suspects {
  readonly #machine: StateMachine;
  #writes?: FieldWrites;
  #top?: TopLevel;

  constructor(machine: StateMachine) {
    this.#machine = machine;
  }

  /** A path, or one in the arguments of an intrinsic function. */
  path({ place, parsed }: PathExpression): boolean {
    const { path, call } = parsed;
    if (path) return this.#path(place, path);
    for (const inner of call ? pathsOf(call) : []) if (this.#path(place, inner)) return true;
    return false;
  }

  /** An expression that is a reference and nothing else; no other one is told lost. */
  expression({ node, place }: JsonataExpression): boolean {
    const reference = node.dynamic ? undefined : onlyReference(node.value);
    if (!reference) return false;
    const { name, path } = reference;
    const way = path.map((step): Way[number] => ({ kind: 'name', ...step }));
    if (name !== 'states') return way.length > 0 && this.#isAssigned(name);
    const rest = way.slice(1);
    if (rest.length === 0) return false;
    const { state, owner } = place;
    switch (path[0].name) {
      case 'input':
        return this.#ofInput(state, rest, true);
      case 'result':
        return owner.kind !== 'catcher' && ofResult(state, rest, true);
      case 'errorOutput':
        return owner.kind === 'catcher' && lostStep(ERROR_OUTPUT, rest, true) !== undefined;
      case 'context':
        return leadsIntoItem(path.slice(1).map((step) => step.name)) && this.#ofItem(place);
      default:
        return false;
    }
  }

  #path(place: Place, path: JsonPath): boolean {
    const { state, field, owner } = place;
    const { root, segments } = path;
    if (segments.length === 0 || !isDefinite(path)) return false;
    if (root === 'variable') return this.#isAssigned(path.variable ?? '');
    if (root === 'context') {
      const names = segments.map((segment) => (segment.kind === 'name' ? segment.name : undefined));
      return leadsIntoItem(names) && this.#ofItem(place);
    }
    if (root !== 'input') return false;
    switch (rootStage(owner.kind, field.name)) {
      case 'input':
        return this.#ofInput(state, segments, false);
      case 'error':
        return lostStep(ERROR_OUTPUT, segments, false) !== undefined;
      case 'result':
        return ofResult(state, segments, false);
      case 'combined':
        return this.#ofOutput(state, segments);
      case 'assigning':
        return this.#ofAssigned(state, segments);
      case 'effective':
        return this.#ofEffective(state, segments);
    }
  }

  /** What an input holds that is known as a whole is left to the analysis. */
  #ofInput(state: State, way: Way, through: boolean): boolean {
    const top = this.#topLevel.input(state);
    if (top === undefined) return false;
    return top !== 'open' || this.#fieldWrites.mayLose(way, through);
  }

  #ofItem({ state, field }: Place): boolean {
    const map = mapOfItem(state, field.name);
    return map !== undefined && (this.#topLevel.item(map) ?? 'open') !== 'open';
  }

  #ofEffective(state: State, way: Way): boolean {
    return !takesWhole(state.node, 'InputPath') || this.#ofInput(state, way, false);
  }

  #ofOutput(state: State, way: Way): boolean {
    const { node, type } = state;
    const input = this.#topLevel.input(state);
    if (input === undefined) return false;
    if (type === 'Task' && !property(node, 'ResultPath'))
      return property(node, 'ResultSelector') !== undefined || ofResult(state, way, false);
    const top = this.#topLevel.combined(state, input);
    return top !== 'open' || this.#fieldWrites.mayLose(way, false);
  }

  #ofAssigned(state: State, way: Way): boolean {
    const { node, type } = state;
    if (property(node, 'ResultSelector')) return false;
    if (type === 'Task' || type === 'Map' || type === 'Parallel') return ofResult(state, way, false);
    if (type === 'Pass' && (property(node, 'Result') || property(node, 'Parameters'))) return true;
    return this.#ofEffective(state, way);
  }

  /** What a variable holds is left to the analysis. */
  #isAssigned(name: string): boolean {
    return variablesOf(this.#machine).assignments.some((assignment) => assignment.name === name);
  }

  get #fieldWrites(): FieldWrites {
    return (this.#writes ??= new FieldWrites(this.#machine));
  }

  get #topLevel(): TopLevel {
    return (this.#top ??= new TopLevel(this.#machine, this.#fieldWrites));
  }
}

function ofResult(state: State, way: Way, through: boolean): boolean {
  return state.type !== 'Task' || lostStep(answerOf(state), way, through) !== undefined;
}
