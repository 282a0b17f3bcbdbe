import type { StateMachine } from '../../../model/stateMachine';
import type { Draft } from '../draft';
import { onward, takeOut } from '../move';
import { freeName } from '../refactoring';
import type { Section } from '../section';
import type { Block } from '../stateBlocks';

/** A machine in which a Task starts another one with the states of a section, and waits for it. */
export interface NestedCall {
  readonly draft: Draft;
  /** The name of the Task. */
  readonly name: string;
  /** The states that the other machine takes. */
  readonly blocks: readonly Block[];
}

/** Puts a Task that starts the state machine `arn` in the place of a section. */
export function callNested(machine: StateMachine, section: Section, arn: string): NestedCall {
  const jsonata = machine.queryLanguage === 'JSONata';
  const name = freeName(machine, `Run ${section.entry.name}`);
  const { draft, blocks } = takeOut(machine, section, name);
  const request = { StateMachineArn: arn };
  const call = jsonata
    ? { Arguments: { ...request, Input: '{% $states.input %}' }, Output: '{% $states.result.Output %}' }
    : { Parameters: { ...request, 'Input.$': '$' }, OutputPath: '$.Output' };
  const task = { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', ...call };
  draft.fill(name, { ...task, ...onward(section) }, []);
  return { draft, name, blocks };
}

/** The words of a state's name as one word. */
export function pascal(name: string): string {
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The same with a small letter at the start. */
export function camel(name: string): string {
  const word = pascal(name);
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** The words of a state's name in small letters, with a sign between them. */
export function joinedWords(name: string, sign: string): string {
  return wordsOf(name).join(sign).toLowerCase();
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Za-z0-9]+/g) ?? ['Nested'];
}
