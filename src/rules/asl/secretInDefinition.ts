import type { StateMachine } from '../../model/stateMachine';
import type { StringNode, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/secret-in-definition',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A definition holds no password, token or key.',
  why: 'Whoever may describe the state machine or look at an execution can read it, and so can everybody with the repository. AWS Secrets Manager, or an EventBridge connection for HTTP tasks, keeps it out of sight.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
  note: 'security#secrets',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://api.example.com", "Method": "GET", "Headers": { "X-Api-Key": «"k7Hq2mZ9tR4v"» } }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "db": { "password": «"Tr0ub4dor&3"» } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": [«"AKIAQX7WKZ3M5RPLB2TD"»], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "ClientToken": "nightly-load-1", "token.$": "$.token", "password": "<password>", "SecretId": "prod/db", "secret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", "apiKey": "${ApiKey}", "NextToken": "next-page" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "MasterUserPassword": "{{resolve:secretsmanager:db:SecretString:password}}", "Password": "string", "Authorization": "AWS_IAM" }, "End": true } } }',
  ],

  check(machine) {
    return MAY_HOLD.test(machine.tree.source.text) ? findings(machine) : undefined;
  },
});

function findings({ scope }: StateMachine): Finding[] {
  const found: Finding[] = [];
  for (const { node } of scope.states) look(node, undefined, found);
  return found;
}

/** Looks at every string in a state and in those inside it, with the name of the property that it belongs to. */
function look(node: TreeNode, name: string | undefined, found: Finding[]): void {
  switch (node.kind) {
    case 'string': {
      const message = judge(node, name);
      if (message) found.push({ span: node.span, message });
      return;
    }
    case 'array':
      for (const item of node.items) look(item, name, found);
      return;
    case 'object':
      for (const { name, value } of node.properties) if (value) look(value, name, found);
  }
}

function judge(node: StringNode, name: string | undefined): string | undefined {
  // No key is shorter.
  if (node.value.length < SHORTEST) return undefined;
  if (ACCESS_KEY.test(node.value) && !EXAMPLE.test(node.value))
    return 'An access key of AWS stands here for everybody to read.';
  return name !== undefined && isSecretName(name) && looksSecret(node, name)
    ? `The value of "${name}" stands here for everybody to read.`
    : undefined;
}

const SHORTEST = 6;

/** A look at the text, before anything is looked at one by one. */
const MAY_HOLD = /AKIA|ASIA|passw|secret|api[-_]?key|authorization|token|private[-_]?key|access[-_]?key/i;

const ACCESS_KEY = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/;
const EXAMPLE = /EXAMPLE/;

const SECRET =
  /(?:passwd|password|secret|api[-_]?key|authorization|token|private[-_]?key|(?:secret|aws)[-_]?access[-_]?key(?:[-_]?id)?)$/i;

/** Tokens that make a call idempotent, page through a list, or belong to the task. */
const NO_SECRET =
  /(?:client|request|task|next|continuation|page|pagination|starting|marker|idempotency|resume|sync|csrf|max|min|input|output|cancellation|caller|creation|creator)[-_]?(?:request)?[-_]?token$/i;

function isSecretName(name: string): boolean {
  return SECRET.test(name) && !NO_SECRET.test(name);
}

/** True for a text that is written out, and no name, path, expression, placeholder or kind of thing. */
function looksSecret({ value, dynamic }: StringNode, name: string): boolean {
  if (dynamic || EXAMPLE.test(value)) return false;
  if (/^(?:\$|States\.|\{%|\{\{|arn:|<|\/)|\$\{|<[^>]*>|\*\*\*|xxx/i.test(value)) return false;
  // Names of types, modes and columns: "string", "AWS_IAM", "user_password".
  if (/^(?:string|number|boolean|object|required|optional|none|null|default|enabled|disabled)$/i.test(value))
    return false;
  return !/^[A-Z]+(?:_[A-Z]+)*$/.test(value) && value.toLowerCase() !== name.toLowerCase();
}
