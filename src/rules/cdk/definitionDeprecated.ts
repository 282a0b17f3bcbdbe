import type { CodeFile } from '../../model/code';
import { constructsOf, titled, type Construct } from '../../model/code/constructs';
import { dottedName } from '../../syntax/code/walk';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'cdk/definition-deprecated',
  subject: 'code',
  severity: 'hint',
  summary: 'A state machine of the CDK takes its definition by "definitionBody".',
  why: 'The property "definition" is deprecated: "definitionBody" takes chains of states as well as texts and files.',
  reference: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_stepfunctions.StateMachine.html',
  note: 'definitions',
  bad: [
    {
      text: `import * as sfn from "aws-cdk-lib/aws-stepfunctions";

export function flow(scope, chain) {
  return new sfn.StateMachine(scope, "Flow", { «definition»: chain, timeout });
}
`,
      fixed: `import * as sfn from "aws-cdk-lib/aws-stepfunctions";

export function flow(scope, chain) {
  return new sfn.StateMachine(scope, "Flow", { definitionBody: sfn.DefinitionBody.fromChainable(chain), timeout });
}
`,
    },
    {
      text: `from aws_cdk import aws_stepfunctions as sfn

def flow(scope, chain):
    return sfn.StateMachine(scope, "Flow", «definition»=chain)
`,
      fixed: `from aws_cdk import aws_stepfunctions as sfn

def flow(scope, chain):
    return sfn.StateMachine(scope, "Flow", definition_body=sfn.DefinitionBody.from_chainable(chain))
`,
    },
  ],
  good: [
    `import * as sfn from "aws-cdk-lib/aws-stepfunctions";

export function flow(scope) {
  return new sfn.StateMachine(scope, "Flow", { definitionBody: sfn.DefinitionBody.fromFile("flow.asl.json") });
}
`,
  ],

  *check(code) {
    if (isFirstVersion(code)) return;
    for (const construct of constructsOf(code)) {
      const definition = construct.properties.get('definition');
      if (construct.type !== 'stepfunctions.StateMachine' || !definition) continue;
      yield {
        span: definition.key,
        message: `${titled('The machine', construct)} takes its definition by a property that is deprecated.`,
        fixes: wrap(construct, code),
        tag: 'deprecated',
      };
    }
  },
});

/** True for the CDK's first version, which has no other property: one package for each library, or `core`. */
function isFirstVersion({ names }: CodeFile): boolean {
  return [...names.imports.values()].some(
    ({ module, name }) =>
      /^(?:@aws-cdk\/(?:core|aws-stepfunctions)|aws_cdk\.core)$/.test(module) ||
      (module === 'aws_cdk' && name === 'core'),
  );
}

/** Where the library has a name in the file, the property can be written in the new way. */
function wrap({ call, properties }: Construct, { program }: CodeFile): Fix[] {
  const definition = properties.get('definition');
  const path = dottedName(call.callee)?.split('.') ?? [];
  // `{ definition }` is key and value at once.
  if (!definition || path.length < 2 || definition.key.start === definition.value.span.start) return [];
  const python = program.language === 'python';
  const from = python ? 'from_chainable' : 'fromChainable';
  const library = path.slice(0, -1).join('.');
  const { start, end } = definition.value.span;
  return [
    {
      title: 'Change to "definitionBody"',
      edits: [
        { span: definition.key, newText: python ? 'definition_body' : 'definitionBody' },
        { span: { start, end: start }, newText: `${library}.DefinitionBody.${from}(` },
        { span: { start: end, end }, newText: ')' },
      ],
    },
  ];
}
