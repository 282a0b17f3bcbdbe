import { listing, type Listing } from '../../catalog/listings';
import type { StateMachine } from '../../model/stateMachine';
import { taskCalls, type TaskCall } from '../../model/taskCalls';
import { get, getString, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/payload-limit-risk',
  subject: 'task',
  only: ({ kind, pattern }) => (kind === 'optimized' || kind === 'sdk') && pattern === 'requestResponse',
  severity: 'warning',
  summary: 'A Task that reads a list or an object passes on a part of the answer, or limits it.',
  why: 'What a state passes on has at most 256 KiB. With more the execution fails with "States.DataLimitExceeded", often on the first day with much data; a Distributed Map reads objects and lists of any size.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'step-functions#limits-worth-knowing',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan", "Parameters": { "TableName": "t" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::athena:getQueryResults", "Arguments": { "QueryExecutionId": "{% $states.input.id %}" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan", "Parameters": { "TableName": "t", "Limit": 10 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan", "Parameters": { "TableName": "t" }, "ResultSelector": { "count.$": "$.Count" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": { "Bucket": "b" }, "ResultPath": null, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Arguments": { "TableName": "t" }, "Output": "{% $states.result.Count %}", "End": true } } }',
    '{ "StartAt": "Q", "States": { "Q": { "Type": "Task", "Resource": "arn:aws:states:::athena:startQueryExecution.sync", "Parameters": { "QueryString": "SELECT * FROM logs LIMIT 5" }, "Next": "A" }, "A": { "Type": "Task", "Resource": "arn:aws:states:::athena:getQueryResults", "Parameters": { "QueryExecutionId.$": "$.QueryExecution.QueryExecutionId" }, "End": true } } }',
  ],

  check({ state }, { machine }) {
    const call = taskCalls(machine).get(state);
    const facts = call && listing(call.name);
    if (!facts || isTrimmed(call) || isCapped(call, facts)) return undefined;
    if (call.name === 'athena:getQueryResults' && areQueriesShort(machine)) return undefined;
    return [
      {
        span: state.key.span,
        message: `"${state.name}" passes on the whole answer of "${call.name}", and the execution fails when it has more than 256 KiB.`,
        // A single object, or the items of one key, are mostly small.
        severity: facts.large ? undefined : 'info',
      },
    ];
  },
});

/** True where only a part of the answer goes on, or nothing of it. */
function isTrimmed({ state: { node } }: TaskCall): boolean {
  const trims = ['ResultSelector', 'OutputPath', 'Output'].some((name) => property(node, name));
  return trims || get(node, 'ResultPath')?.kind === 'null';
}

/** True where the request limits the answer, or its parameters are not known here. */
function isCapped({ state: { node } }: TaskCall, { caps }: Listing): boolean {
  const request = get(node, 'Parameters') ?? get(node, 'Arguments');
  if (request?.kind !== 'object') return true;
  return caps.some((cap) => {
    const value = get(request, cap) ?? get(request, `${cap}.$`);
    if (value?.kind === 'number' && cap !== 'Range') return Number(value.value) <= FEW;
    return value !== undefined;
  });
}

/** True where the queries that the machine starts are written in it and all ask for a few rows only. */
function areQueriesShort(machine: StateMachine): boolean {
  const starts = [...taskCalls(machine).values()].filter(({ name }) => name === 'athena:startQueryExecution');
  return (
    starts.length > 0 &&
    starts.every(({ state: { node } }) => {
      const text = getString(get(node, 'Parameters') ?? get(node, 'Arguments'), 'QueryString')?.value ?? '';
      const rows = /\blimit\s+(\d+)\s*;?\s*$/i.exec(text)?.[1];
      return rows !== undefined && Number(rows) <= FEW;
    })
  );
}

/** So many items of ordinary size are far from the limit. */
const FEW = 50;
