import { variablesOf } from '../../model/variables';
import { spanIn } from './expressionFinding';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/variable-name',
  subject: 'stateMachine',
  severity: 'error',
  summary:
    'A variable has a name of letters, digits and "_" that starts with a letter, of at most 80 characters.',
  why: 'Any other name is refused as INVALID_VARIABLE_NAME, and "states", which holds "$states", as RESERVED_VARIABLE_NAME.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "order«-»id": 1 }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "«states».$": "$.a" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "«2»nd": 1 }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "orderId.$": "$.a", "größe_2": 1 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "${Name}": 1 }, "End": true } } }',
  ],

  *check(machine) {
    for (const { name, key } of variablesOf(machine).assignments) {
      if (key.dynamic) continue;
      const wrong = FOREIGN.exec(name);
      if (name === '') {
        yield { span: key.span, message: 'A variable has a name.' };
      } else if (name === 'states') {
        const message = '"states" is taken: "$states" holds what Step Functions tells an expression.';
        yield { span: spanIn(key, 0, name.length), message };
      } else if (wrong) {
        const message = `"${wrong[0]}" ${wrong.index === 0 ? 'does not start' : 'is not part of'} the name of a variable.`;
        yield { span: spanIn(key, wrong.index, wrong.index + wrong[0].length), message };
      } else if (name.length > MAX_LENGTH) {
        const message = `The name of a variable has at most ${MAX_LENGTH} characters, and this one has ${name.length}.`;
        yield { span: spanIn(key, MAX_LENGTH, name.length), message };
      }
    }
  },
});

const MAX_LENGTH = 80;

/** Unicode Standard Annex 31: identifiers. */
const FOREIGN = /^\P{ID_Start}|(?<!^)\P{ID_Continue}/u;
