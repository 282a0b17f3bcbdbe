import { QUOTAS } from '../../catalog/quotas';
import { executionType } from '../../model/executionType';
import type { Scope } from '../../model/stateMachine';
import { getNumber, get } from '../../syntax/navigate';
import { defineRule } from '../rule';

const LIMIT = QUOTAS.expressSeconds.value;

/** A pause of so many seconds is a large part of what an execution has. */
const LONG = 60;

/** With pauses of so many seconds together little is left for the work. */
const MOST = 240;

export default defineRule({
  id: 'asl/express-time-limit',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'An Express machine does not spend its five minutes waiting.',
  why: 'An Express execution that is not over after 300 seconds is timed out, and nothing of it can be resumed. Long pauses belong into a Standard machine, which may start the Express one.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  note: 'step-functions#standard-and-express',
  bad: [
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": «300», "Next": "S" }, "S": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": «90», "Next": "S" }, "S": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": «600», "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 600, "Next": "S" }, "S": { "Type": "Succeed" } } }',
    '{ "Comment": "EXPRESS", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 10, "Next": "S" }, "S": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    for (const scope of machine.scopes) {
      if (executionType(machine, scope) !== 'EXPRESS') continue;
      const total = pausesOf(scope);
      for (const { type, node, name } of scope.states) {
        const value = type === 'Wait' ? get(node, 'Seconds') : undefined;
        const seconds = getNumber(node, 'Seconds') ?? 0;
        if (!value || (seconds < LONG && total < MOST)) continue;
        yield {
          span: value.span,
          message:
            seconds >= LIMIT
              ? `An Express execution is timed out after ${LIMIT} seconds, so nothing behind "${name}" ever runs.`
              : `"${name}" takes ${seconds} of the ${LIMIT} seconds after which an Express execution is timed out.`,
          severity: seconds < LIMIT && total < MOST ? 'info' : undefined,
        };
      }
    }
  },
});

function pausesOf({ states }: Scope): number {
  return states.reduce(
    (sum, { type, node }) => sum + (type === 'Wait' ? (getNumber(node, 'Seconds') ?? 0) : 0),
    0,
  );
}
