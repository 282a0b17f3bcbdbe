import { QUOTAS } from '../../catalog/quotas';
import { cyclesOf } from '../../model/cycles';
import { executionType } from '../../model/executionType';
import { looksBounded, waitsForOthers } from '../../model/loopBounds';
import { pollLoops } from '../../model/pollLoops';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

const EVENTS = QUOTAS.historyEvents.value.toLocaleString('en');

export default defineRule({
  id: 'asl/unbounded-loop',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'A loop ends after a number of turns or a time.',
  why: `What never gets ready keeps the loop going. The execution then ends only when its history has ${EVENTS} events, and fails without a word about what it waited for.`,
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'step-functions#limits-worth-knowing',
  bad: [
    {
      text: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, «"Wait"»: { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Ask", "TimeoutSeconds": 86400, "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "TimeoutSeconds": 3600, "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Parameters": { "Name": "c" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Variable": "$.Crawler.State", "StringEquals": "READY", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawler", "Arguments": { "Name": "c" }, "Assign": { "turns": "{% $exists($turns) ? $turns + 1 : 1 %}" }, "Next": "Over?" }, "Over?": { "Type": "Choice", "Choices": [{ "Condition": "{% $turns = 10 %}", "Next": "Done" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }, "Done": { "Type": "Succeed" } } }',
    // The pages come to an end.
    '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances", "Parameters": {}, "Next": "More?" }, "More?": { "Type": "Choice", "Choices": [{ "Variable": "$.NextToken", "IsPresent": true, "Next": "List" }], "Default": "Done" }, "Done": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    if (property(machine.root, 'TimeoutSeconds')) return;
    const better = new Set(pollLoops(machine).map(({ cycle }) => cycle));
    const editor = new TreeEditor(machine.tree);
    for (const cycle of cyclesOf(machine)) {
      if (executionType(machine, cycle.scope) === 'EXPRESS') continue;
      if (better.has(cycle) || looksBounded(machine, cycle) || waitsForOthers(machine, cycle)) continue;
      const place =
        cycle.states.find(({ type }) => type === 'Wait') ??
        cycle.states.find(({ type }) => type === 'Choice') ??
        cycle.states[0];
      const edit = editor.add(machine.root, 'TimeoutSeconds', DAY, property(machine.root, 'StartAt'));
      yield {
        span: place.key.span,
        message: `Nothing ends the loop through "${place.name}" after a number of turns or a time, so it may run until the history has ${EVENTS} events.`,
        fixes: [{ title: `Add "TimeoutSeconds": ${DAY} to the machine`, edits: [edit] }],
      };
    }
  },
});

const DAY = 86_400;
