import { pollLoops } from '../../model/pollLoops';
import { defineRule } from '../rule';
import { replacePollLoop } from './pollLoopFix';

export default defineRule({
  id: 'asl/poll-loop-instead-of-sync',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'Where Step Functions can wait for a job itself, no loop asks again and again.',
  why: 'Each turn of the loop is three billed transitions and a piece of the 25,000 events of the history, and the job is over for a while before anybody notices. With ".sync" the Task ends with the job, fails with it, and stops it when the execution is stopped.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  note: 'step-functions#waiting',
  bad: [
    {
      text: '{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" }, "ResultPath": "$.run", "Next": "Wait" }, «"Wait"»: { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getJobRun", "Parameters": { "JobName": "j", "RunId.$": "$.run.JobRunId" }, "ResultPath": "$.status", "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.status.JobRun.JobRunState", "StringEquals": "SUCCEEDED", "Next": "Done" }, { "Variable": "$.status.JobRun.JobRunState", "StringEquals": "FAILED", "Next": "Failed" }], "Default": "Wait" }, "Done": { "Type": "Succeed" }, "Failed": { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "ResultPath": "$.run", "Next": "Done", "Catch": [{"ErrorEquals":["States.TaskFailed"],"ResultPath":"$.error","Next":"Failed"}] }, "Done": { "Type": "Succeed" }, "Failed": { "Type": "Fail" } } }',
    },
    // What comes later reads the answer of the call that started the job, which is another one with ".sync".
    {
      text: '{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::athena:startQueryExecution", "Parameters": { "QueryString": "SELECT 1" }, "Next": "Ask" }, "Ask": { "Type": "Task", "Resource": "arn:aws:states:::athena:getQueryExecution", "Parameters": { "QueryExecutionId.$": "$.QueryExecutionId" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.QueryExecution.Status.State", "StringEquals": "RUNNING", "Next": "Wait" }], "Default": "Rows" }, «"Wait"»: { "Type": "Wait", "Seconds": 5, "Next": "Ask" }, "Rows": { "Type": "Task", "Resource": "arn:aws:states:::athena:getQueryResults", "Parameters": { "QueryExecutionId.$": "$.QueryExecution.QueryExecutionId" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }',
    // Step Functions cannot wait for a crawler.
    '{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startCrawler", "Parameters": { "Name": "c" }, "Next": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "RUNNING", "Next": "Wait" }], "Default": "Done" }, "Done": { "Type": "Succeed" } } }',
    // Something else started the job.
    '{ "StartAt": "Ask", "States": { "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getJobRun", "Parameters": { "JobName": "j", "RunId.$": "$.id" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.JobRun.JobRunState", "StringEquals": "RUNNING", "Next": "Wait" }], "Default": "Done" }, "Done": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    for (const loop of pollLoops(machine)) {
      const { wait, poll, start } = loop;
      const resource = `${start.started}.sync`;
      yield {
        span: wait.key.span,
        message: `This loop asks "${poll.name}" until the work that "${start.state.name}" began is over, which "${resource}" does by itself.`,
        related: [
          { span: start.state.key.span, message: 'The work is started here.' },
          { span: poll.state.key.span, message: 'Its state is asked for here.' },
        ],
        fixes: replacePollLoop(machine, loop),
      };
    }
  },
});
