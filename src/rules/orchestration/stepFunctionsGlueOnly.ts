import { cyclesOf } from '../../model/cycles';
import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { headingOf } from '../../syntax/heading';
import { get, getString, property, walk } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'orchestration/step-functions-glue-only',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'A state machine does something that a Glue workflow could not do as well.',
  why: 'A Glue workflow runs a chain of jobs and crawlers for nothing beyond the jobs, and shows them in one graph. Step Functions is the better place as soon as there are retries, decisions about data, other services or runs for past days.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
  note: 'choosing#then-the-size-of-the-thing',
  bad: [
    {
      text: '«{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Next": "Join" }, "Join": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "join" }, "End": true } } }»',
    },
    {
      text: '«{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }], "End": true }, "Failed": { "Type": "Fail" } } }»',
    },
  ],
  good: [
    // The job is told what to work on.
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean", "Arguments": { "--day.$": "$.day" } }, "End": true } } }',
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Next": "Join" }, "Join": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "join" }, "Next": "Tell" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
    // A workflow has no retries like these.
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "Next": "Join" }, "Join": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "join" }, "End": true } } }',
  ],

  *check(machine) {
    const started = startedByChain(machine);
    if (started === 0) return;
    yield {
      span: headingOf(machine.tree, machine.root),
      message:
        started > 1
          ? 'This machine only chains Glue jobs and crawlers, as a Glue workflow does without its cost.'
          : 'This machine only starts one Glue job or crawler, as a trigger of Glue or a schedule does without it.',
    };
  },
});

/** How many jobs and crawlers a machine starts that does nothing which a Glue workflow could not do; else 0. */
function startedByChain(machine: StateMachine): number {
  const calls = taskCalls(machine);
  const loops = cyclesOf(machine);
  let started = 0;
  const fits = (state: State): boolean => {
    if (state.retriers.length > 0 || !state.catchers.every((catcher) => onlyFails(catcher, machine)))
      return false;
    switch (state.type) {
      case 'Task': {
        const call = calls.get(state);
        if (!call) return false;
        if (STARTS.has(call.name)) started++;
        // A workflow gives its jobs no input of the run.
        return (STARTS.has(call.name) && !readsInput(state)) || ASKS.test(call.name);
      }
      case 'Choice':
        // One that is part of a loop asks whether a job or crawler is ready.
        return loops.some((loop) => loop.has(state));
      case 'Pass':
        return !['Parameters', 'Assign', 'Output', 'Result'].some((name) => property(state.node, name));
      case 'Map':
      case undefined:
        return false;
      default:
        return true;
    }
  };
  return machine.states.every(fits) ? started : 0;
}

/** True for a catcher that ends the execution as failed, which it does without one. */
function onlyFails(catcher: ObjectNode, { states }: StateMachine): boolean {
  const next = getString(catcher, 'Next')?.value;
  return states.some(({ name, type }) => name === next && type === 'Fail');
}

/** True where the name of the job or its arguments come from the input. */
function readsInput({ node }: State): boolean {
  const given = get(node, 'Parameters') ?? get(node, 'Arguments');
  let reads = false;
  walk(given, (part) => {
    if (part.kind === 'object') reads ||= part.properties.some(({ name }) => name.endsWith('.$'));
    if (part.kind === 'string') reads ||= part.value.startsWith('{%');
  });
  return reads;
}

const STARTS: ReadonlySet<string> = new Set(['glue:startJobRun', 'glue:startCrawler']);
const ASKS = /^glue:(?:getJobRuns?|getCrawler|getCrawlers|batchGetCrawlers|getCrawlerMetrics)$/;
