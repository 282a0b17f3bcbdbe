import { nearest } from '../../expressions/nearest';
import { gapsOf } from '../../model/gaps';
import type { StateMachine } from '../../model/stateMachine';
import type { Resource, Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { getObject } from '../../syntax/navigate';
import { getAtt } from '../eventbridge/targetRole';
import { defineRule, side, type Finding, type Fix, type RuleContext } from '../rule';

export default defineRule({
  id: 'sfn/undefined-substitution',
  subject: 'embeddedDefinition',
  severity: 'error',
  summary: 'Every "${Name}" of a definition is among its "DefinitionSubstitutions".',
  why: 'CloudFormation fills in the names that it knows and leaves the others as they are. The text "${Name}" then reaches Step Functions, as an ARN that is none or as a wrong value.',
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html#cfn-stepfunctions-statemachine-definitionsubstitutions',
  note: 'definitions',
  bad: [
    {
      text: `Resources:
  LoadFunction: { Type: AWS::Serverless::Function }
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: '«\${LoadFunctionArn}»', Next: Report }
          Report: { Type: Task, Resource: '\${ReportArn}', End: true }
      DefinitionSubstitutions:
        ReportArn: !Ref ReportArn
`,
      fixed: `Resources:
  LoadFunction: { Type: AWS::Serverless::Function }
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: '\${LoadFunctionArn}', Next: Report }
          Report: { Type: Task, Resource: '\${ReportArn}', End: true }
      DefinitionSubstitutions:
        ReportArn: !Ref ReportArn
        LoadFunctionArn:
          Fn::GetAtt:
            - LoadFunction
            - Arn
`,
    },
    {
      text: `Resources:
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref RoleArn
      DefinitionSubstitutions: { LoadArn: !Ref LoadArn, «Old»: gone }
      DefinitionString: |
        { "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "\${LoadArn}", "End": true } } }
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !Ref RoleArn
      DefinitionString: !Sub |
        { "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "\${Load.Arn}", "End": true } } }
  Elsewhere:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: nightly.asl.json, DefinitionSubstitutions: { LoadArn: !Ref LoadArn } }
`,
  ],

  *check({ substitutions, template, resource, machine }) {
    if (!substitutions || (template.kind !== 'cloudformation' && template.kind !== 'sam')) return;
    if (!machine) return;
    const gaps = gapsOf(machine).filter(({ name }) => /^\w+$/.test(name));
    const known = new Set(substitutions.map(({ name }) => name));
    const told = new Set<string>();
    for (const { name, whole } of gaps) {
      if (known.has(name) || told.has(name)) continue;
      told.add(name);
      const near = nearest(name, known);
      yield {
        span: whole,
        message: `"${name}" is not among the substitutions of "${resource.id}"${near ? `; "${near}" is` : ''}.`,
        fixes: near ? [] : define(name, resource, template),
      };
    }
    const used = new Set(gaps.map(({ name }) => name));
    for (const { name, key } of substitutions) {
      if (used.has(name)) continue;
      yield {
        span: key.span,
        message: `The substitution "${name}" is not used in the definition.`,
        severity: 'hint',
        tag: 'unnecessary',
      };
    }
  },

  sides: [side('stateMachine', inFileOfItsOwn)],
});

/** The names in a file of its own that a template of the workspace fills in, among others. */
function* inFileOfItsOwn(machine: StateMachine, { path, workspace }: RuleContext): Iterable<Finding> {
  const file = workspace?.part(path, '');
  const runners = file && workspace ? workspace.runnersOf(file) : [];
  for (const { name, whole } of runners.length > 0 ? gapsOf(machine) : []) {
    // A template without substitutions may have its files filled in by something else.
    const lacking = runners.find(
      ({ substitutions = [] }) => substitutions.length > 0 && !substitutions.some((one) => one.name === name),
    );
    if (!lacking || !/^\w+$/.test(name)) continue;
    yield {
      span: whole,
      message: `"${name}" is not among the substitutions of "${lacking.name}".`,
      related: [
        { uri: lacking.path, span: lacking.span, message: `"${lacking.name}" runs this definition.` },
      ],
    };
  }
}

/** A substitution for a name that plainly means a resource: `LoadFunctionArn` the ARN of "LoadFunction". */
function define(name: string, { properties, writable }: Resource, template: Template): Fix[] {
  const id = [name, name.replace(/(?:Arn|Name)$/, '')].find((candidate) => template.byId.has(candidate));
  const meant = id === undefined ? undefined : template.byId.get(id);
  if (!meant || !writable) return [];
  const isFunction = /::Function$/.test(meant.type);
  const value = isFunction && !name.endsWith('Name') ? getAtt(meant.id, 'Arn') : { Ref: meant.id };
  const existing = getObject(properties, 'DefinitionSubstitutions');
  const editor = new TreeEditor(template.tree);
  const edit = existing
    ? editor.add(existing, name, value)
    : editor.add(properties, 'DefinitionSubstitutions', { [name]: value });
  return [{ title: `Fill in "${name}" with "${meant.id}"`, edits: [edit] }];
}
