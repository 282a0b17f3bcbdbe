import { endsSomewhere } from '../../model/scopeGraph';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/no-end-state',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A state machine has a state that ends it.',
  why: 'A machine none of whose own states ends it is refused as MISSING_END_STATE. Levels inside a Map or Parallel are not looked at.',
  reference:
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html',
  bad: [
    {
      text: '{ "StartAt": "A", «"States"»: { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Wait", "Seconds": 60, "Next": "A" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }',
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "A" } } }, "End": true } } }',
  ],

  *check({ scope }) {
    const states = property(scope.node, 'States');
    if (!states || scope.states.length === 0 || endsSomewhere(scope)) return;
    yield {
      span: states.key.span,
      message: 'No state of this machine ends it: none has "End": true, and none is a Succeed or Fail state.',
    };
  },
});
