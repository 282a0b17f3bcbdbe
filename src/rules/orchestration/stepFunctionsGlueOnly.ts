import { cyclesOf } from '../../model/cycles';
import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { headingOf } from '../../syntax/heading';
import { property } from '../../syntax/navigate';
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
  ],
  good: [
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "End": true } } }',
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Next": "Join" }, "Join": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "join" }, "Next": "Tell" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
    // A workflow has no retries like these.
    '{ "StartAt": "Clean", "States": { "Clean": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "clean" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "Next": "Join" }, "Join": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "join" }, "End": true } } }',
  ],

  *check(machine) {
    if (!isChainOfGlue(machine)) return;
    yield {
      span: headingOf(machine.tree, machine.root),
      message: 'This machine only chains Glue jobs and crawlers, as a Glue workflow does without its cost.',
    };
  },
});

function isChainOfGlue(machine: StateMachine): boolean {
  const calls = taskCalls(machine);
  const loops = cyclesOf(machine);
  let started = 0;
  const fits = (state: State): boolean => {
    if (state.retriers.length > 0 || state.catchers.length > 0) return false;
    switch (state.type) {
      case 'Task': {
        const call = calls.get(state);
        if (call && STARTS.has(call.name)) started++;
        return call !== undefined && (STARTS.has(call.name) || ASKS.test(call.name));
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
  return machine.states.every(fits) && started > 1;
}

const STARTS: ReadonlySet<string> = new Set(['glue:startJobRun', 'glue:startCrawler']);
const ASKS = /^glue:(?:getJobRuns?|getCrawler|getCrawlers|batchGetCrawlers|getCrawlerMetrics)$/;
