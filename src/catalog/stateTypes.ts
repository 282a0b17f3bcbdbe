import type { QueryLanguage, StateType } from './fieldTypes';

/** What a reader wants to know about one value of "Type". */
export interface StateTypeFacts {
  readonly type: StateType;
  /** One sentence. */
  readonly summary: string;
  /** What is easy to get wrong, a sentence each. */
  readonly notes: readonly string[];
  /** True for the types that end the machine, branch or iteration and so take neither Next nor End. */
  readonly terminal: boolean;
  /** True for the types that take Retry and Catch. */
  readonly handlesErrors: boolean;
  /** A whole state in JSON for each query language. */
  readonly examples: Readonly<Record<QueryLanguage, string>>;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
}

const FACTS: readonly StateTypeFacts[] = [
  {
    type: 'Task',
    summary:
      'Has one piece of work done: by an AWS service, a Lambda function, an HTTPS API or an activity worker.',
    notes: [
      'Without a suffix the state ends with the answer to the call; ".sync" waits for the job, ".waitForTaskToken" for somebody who returns the token.',
      'Without "TimeoutSeconds" a Standard machine waits for up to a year.',
      'The request and the result have at most 256 KiB each.',
    ],
    terminal: false,
    handlesErrors: true,
    examples: {
      JSONPath:
        '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "load-orders", "Payload.$": "$" }, "ResultSelector": { "count.$": "$.Payload.count" }, "ResultPath": "$.load", "Next": "Check" }',
      JSONata:
        '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "load-orders", "Payload": "{% $states.input %}" }, "Output": { "count": "{% $states.result.Payload.count %}" }, "Next": "Check" }',
    },
    source: 'Task workflow state',
  },
  {
    type: 'Pass',
    summary: 'Passes its input on, reshaped or with fixed data added, and does no work.',
    notes: [
      'It never fails by itself, and takes neither "Retry" nor "Catch".',
      'A "Result" is taken literally: keys that end in ".$" stay as they are.',
    ],
    terminal: false,
    handlesErrors: false,
    examples: {
      JSONPath:
        '{ "Type": "Pass", "Parameters": { "id.$": "States.UUID()", "order.$": "$.order" }, "Next": "Load" }',
      JSONata:
        '{ "Type": "Pass", "Output": { "id": "{% $uuid() %}", "order": "{% $states.input.order %}" }, "Next": "Load" }',
    },
    source: 'Pass workflow state',
  },
  {
    type: 'Choice',
    summary: 'Decides by rules where to go on.',
    notes: [
      'The first rule that is true counts; without a match and without "Default" the execution fails with "States.NoChoiceMatched".',
      'It takes no "Next", "End", "Retry" or "Catch" of its own.',
      'A comparison with a value of another type is false, not an error.',
    ],
    terminal: false,
    handlesErrors: false,
    examples: {
      JSONPath:
        '{ "Type": "Choice", "Choices": [{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Review" }], "Default": "Approve" }',
      JSONata:
        '{ "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.total > 100 %}", "Next": "Review" }], "Default": "Approve" }',
    },
    source: 'Choice workflow state',
  },
  {
    type: 'Wait',
    summary: 'Waits for a number of seconds or until a point in time.',
    notes: [
      'In a Standard machine waiting costs nothing but the state transition.',
      'An Express machine ends after five minutes, waiting included.',
    ],
    terminal: false,
    handlesErrors: false,
    examples: {
      JSONPath: '{ "Type": "Wait", "SecondsPath": "$.delay", "Next": "Poll" }',
      JSONata: '{ "Type": "Wait", "Seconds": "{% $states.input.delay %}", "Next": "Poll" }',
    },
    source: 'Wait workflow state',
  },
  {
    type: 'Succeed',
    summary: 'Ends the machine, branch or iteration successfully.',
    notes: ['Inside a branch or an iteration it ends only that one.'],
    terminal: true,
    handlesErrors: false,
    examples: {
      JSONPath: '{ "Type": "Succeed", "OutputPath": "$.result" }',
      JSONata: '{ "Type": "Succeed", "Output": "{% $states.input.result %}" }',
    },
    source: 'Succeed workflow state',
  },
  {
    type: 'Fail',
    summary: 'Ends the machine, branch or iteration with an error.',
    notes: [
      'Its error can be caught by the Parallel or Map around it.',
      'It takes no input or output fields.',
    ],
    terminal: true,
    handlesErrors: false,
    examples: {
      JSONPath: '{ "Type": "Fail", "Error": "OrderRejected", "CausePath": "$.reason" }',
      JSONata: '{ "Type": "Fail", "Error": "OrderRejected", "Cause": "{% $states.input.reason %}" }',
    },
    source: 'Fail workflow state',
  },
  {
    type: 'Parallel',
    summary:
      'Runs several branches side by side, each with the same input, and collects their outputs in an array.',
    notes: [
      'The first branch that fails stops the others; a retry starts all of them again.',
      "Branches do not see each other's variables.",
    ],
    terminal: false,
    handlesErrors: true,
    examples: {
      JSONPath:
        '{ "Type": "Parallel", "Branches": [{ "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } }, { "StartAt": "Log", "States": { "Log": { "Type": "Pass", "End": true } } }], "ResultPath": "$.done", "End": true }',
      JSONata:
        '{ "Type": "Parallel", "Branches": [{ "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } }, { "StartAt": "Log", "States": { "Log": { "Type": "Pass", "End": true } } }], "Output": { "done": "{% $states.result %}" }, "End": true }',
    },
    source: 'Parallel workflow state',
  },
  {
    type: 'Map',
    summary: 'Runs a machine once for each item of an array, or for each record of data in Amazon S3.',
    notes: [
      'Inline mode runs inside the execution, about 40 iterations at a time; Distributed mode starts up to 10,000 child executions at a time.',
      'The outputs keep the order of the items.',
      'In Distributed mode the child executions do not see the variables of the machine.',
    ],
    terminal: false,
    handlesErrors: true,
    examples: {
      JSONPath:
        '{ "Type": "Map", "ItemsPath": "$.orders", "ItemSelector": { "order.$": "$$.Map.Item.Value" }, "MaxConcurrency": 5, "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "Ship", "States": { "Ship": { "Type": "Pass", "End": true } } }, "End": true }',
      JSONata:
        '{ "Type": "Map", "Items": "{% $states.input.orders %}", "ItemSelector": { "order": "{% $states.context.Map.Item.Value %}" }, "MaxConcurrency": 5, "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "Ship", "States": { "Ship": { "Type": "Pass", "End": true } } }, "End": true }',
    },
    source: 'Map workflow state',
  },
];

/** The facts about each state type; the keys are all values of "Type". */
export const STATE_TYPE_FACTS: ReadonlyMap<string, StateTypeFacts> = new Map(
  FACTS.map((facts) => [facts.type, facts]),
);
