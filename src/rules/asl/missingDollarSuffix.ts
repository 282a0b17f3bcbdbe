import { variablesOf } from '../../model/variables';
import { TreeEditor } from '../../syntax/edit';
import { defineRule } from '../rule';
import { looksLikePath } from './looksLikePath';

export default defineRule({
  id: 'asl/jsonpath-missing-dollar-suffix',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A key whose value is a path or an intrinsic function ends in ".$".',
  why: 'Without the suffix the text itself, such as "$.bucket", is sent to the service. AWS warns of it as NO_DOLLAR and deploys the definition.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { «"bucket"»: "$.bucket" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "bucket.$": "$.bucket" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a": { «"b"»: "States.UUID()" } }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a": { "b.$": "States.UUID()" } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "price": "$5", "id.$": "$.id", "token": "${Token}" }, "End": true } } }',
    // The service reads the path itself.
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putTargets", "Parameters": { "Rule": "r", "Targets": [{ "Id": "1", "Arn": "${Arn}", "InputTransformer": { "InputPathsMap": { "id": "$.detail.id" }, "InputTemplate": "<id>" } }] }, "End": true } } }',
  ],

  *check(machine) {
    const editor = new TreeEditor(machine.tree);
    for (const { node, place } of machine.expressions.literals) {
      const entry = node.parent;
      if (place.owner.queryLanguage !== 'JSONPath' || entry?.kind !== 'property') continue;
      if (!looksLikePath(node, variablesOf(machine).assignments)) continue;
      const name = entry.name;
      yield {
        span: entry.key.span,
        message: `"${node.value}" is passed on as this text, because "${name}" does not end in ".$".`,
        fixes: [{ title: `Rename to "${name}.$"`, edits: [editor.rename(entry, `${name}.$`)] }],
      };
    }
  },
});
