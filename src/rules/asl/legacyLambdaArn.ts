import { lambdaTasks, type LambdaTask } from '../../model/lambdaTasks';
import { TreeEditor, type PlainValue } from '../../syntax/edit';
import { get, property, toValue, walk } from '../../syntax/navigate';
import type { TreeNode, Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

const INVOKE = 'arn:aws:states:::lambda:invoke';

export default defineRule({
  id: 'asl/legacy-lambda-arn',
  subject: 'stateMachine',
  severity: 'hint',
  summary: 'A Lambda function is run by "lambda:invoke".',
  why: 'With the function itself as "Resource" a Task can neither pick a version by "Qualifier", nor wait for a task token, nor see more than the bare answer. AWS keeps the form for older definitions.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
  note: 'out-of-date#step-functions',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:lambda:eu-west-1:111122223333:function:f"», "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName":"arn:aws:lambda:eu-west-1:111122223333:function:f","Payload.$":"$"}, "OutputPath": "$.Payload", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"${LoadFunctionArn}"», "Parameters": { "id.$": "$.id" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "OutputPath": "$.Payload", "Parameters": {"FunctionName":"${LoadFunctionArn}","Payload":{"id.$":"$.id"}}, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:lambda:eu-west-1:111122223333:function:f"», "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName":"arn:aws:lambda:eu-west-1:111122223333:function:f","Payload":"{% $states.input %}"}, "Output": "{% $states.result.Payload %}", "End": true } } }',
    },
    // What it answers is put to a place from which it would have to be fetched in another way.
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:lambda:eu-west-1:111122223333:function:f"», "ResultPath": "$.loaded", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${SignActivity}", "End": true } } }',
  ],

  *check(machine) {
    for (const task of lambdaTasks(machine).values()) {
      if (task.form !== 'arn') continue;
      yield {
        span: task.node.span,
        message: `"${task.state.name}" runs a function in the older form, which knows only its bare answer.`,
        fixes: invoke(machine.tree, task),
      };
    }
  },
});

/** The same call by "lambda:invoke", where nothing of the state shapes the answer or reads a part of it. */
function invoke(tree: Tree, { state, node }: LambdaTask): Fix[] {
  if (node.kind !== 'string' || SHAPING.some((name) => property(state.node, name))) return [];
  const editor = new TreeEditor(tree);
  const resource = property(state.node, 'Resource');
  const jsonata = state.queryLanguage === 'JSONata';
  const [request, output] = jsonata ? ['Arguments', 'Output'] : ['Parameters', 'OutputPath'];
  const written = get(state.node, request);
  if (hasGaps(written)) return [];
  const whole: PlainValue = jsonata ? { Payload: '{% $states.input %}' } : { 'Payload.$': '$' };
  const payload: PlainValue = written ? { Payload: toValue(written) as PlainValue } : whole;
  const call: PlainValue = { FunctionName: node.value, ...payload };
  return [
    {
      title: 'Change to "lambda:invoke"',
      edits: [
        editor.replace(node, INVOKE),
        written ? editor.replace(written, call) : editor.add(state.node, request, call, resource),
        editor.add(state.node, output, jsonata ? '{% $states.result.Payload %}' : '$.Payload', resource),
      ],
    },
  ];
}

const SHAPING = ['ResultSelector', 'ResultPath', 'OutputPath', 'Output', 'Assign'];

/** True where a value is filled in by a function of the template, which plain values cannot say. */
function hasGaps(node: TreeNode | undefined): boolean {
  let found = false;
  walk(node, ({ kind }) => (found ||= kind === 'dynamic'));
  return found;
}
