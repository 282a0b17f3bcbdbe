import { cyclesOf, type Cycle } from '../../model/cycles';
import { executionType } from '../../model/executionType';
import { looksBounded } from '../../model/loopBounds';
import { pollLoops } from '../../model/pollLoops';
import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { get, getNumber } from '../../syntax/navigate';
import { defineRule } from '../rule';

/** Pauses up to this many seconds are short for work that a loop has to wait for. */
const SHORT = 5;

export default defineRule({
  id: 'asl/tight-wait-loop',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'A loop that waits for something pauses for more than a few seconds.',
  why: 'Each turn of a Standard machine is billed as three transitions or more and fills the history. An hour at 5 seconds is 2,160 transitions and about 6,500 of the 25,000 events.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'costs#waiting',
  bad: [
    {
      text: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": «5», "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "Ask", "States": { «"Ask"»: { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Ask" }, "Done": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
    '{ "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 1, "Next": "Done" }, "Done": { "Type": "Succeed" } } }',
    '{ "Comment": "EXPRESS", "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 5, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    const better = new Set(pollLoops(machine).map(({ cycle }) => cycle));
    const editor = new TreeEditor(machine.tree);
    for (const cycle of cyclesOf(machine)) {
      if (executionType(machine, cycle.scope) === 'EXPRESS') continue;
      if (better.has(cycle) || looksBounded(machine, cycle)) continue;
      if (!cycle.states.some(({ type }) => type === 'Choice')) continue;
      const restless = asksWithoutPause(machine, cycle);
      if (restless) {
        yield {
          span: restless.key.span,
          message: `"${restless.name}" is asked again and again without a pause, and each turn of its loop is billed and fills the history.`,
        };
      }
      for (const { type, node, name } of cycle.states) {
        const seconds = type === 'Wait' ? getNumber(node, 'Seconds') : undefined;
        const value = get(node, 'Seconds');
        if (seconds === undefined || !value || seconds > SHORT) continue;
        yield {
          span: value.span,
          message: `"${name}" pauses for ${seconds} seconds only, and each turn of its loop is billed and fills the history.`,
          fixes: [{ title: 'Change to 30', edits: [editor.replace(value, 30)] }],
        };
      }
    }
  },
});

/** The Task of a loop that only asks and decides. */
function asksWithoutPause(machine: StateMachine, { states }: Cycle): State | undefined {
  if (states.some(({ type }) => type === 'Wait' || type === 'Map' || type === 'Parallel')) return undefined;
  const tasks = states.filter(({ type }) => type === 'Task');
  const calls = taskCalls(machine);
  return tasks.every((state) => ASKS.test(calls.get(state)?.action ?? '')) ? tasks[0] : undefined;
}

const ASKS = /^(?:get|describe|head|list|batchGet)/;
