import { glueOf, type GlueNamed, type GlueWorkflow } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { get, getObject } from '../../syntax/navigate';
import { freeId, plainFunction } from '../eventbridge/targetRole';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'glue/workflow-no-start-trigger',
  subject: 'template',
  severity: 'error',
  summary: 'A Glue workflow has a trigger that starts it.',
  why: 'Conditional triggers wait for a job of the same run to end. A workflow with no other has no beginning, and a run of it starts nothing.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  «Nightly»: { Type: AWS::Glue::Workflow }
  Load: { Type: AWS::Glue::Job }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Nightly
      Predicate: { Conditions: [{ JobName: !Ref Load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
`,
      fixed: `Resources:
  Nightly: { Type: AWS::Glue::Workflow }
  Load: { Type: AWS::Glue::Job }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Nightly
      Predicate: { Conditions: [{ JobName: !Ref Load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
  NightlyStart:
    Type: AWS::Glue::Trigger
    Properties:
      Type: ON_DEMAND
      WorkflowName:
        Ref: Nightly
      Actions:
        - JobName:
            Ref: Load
`,
    },
  ],
  good: [
    `Resources:
  Nightly: { Type: AWS::Glue::Workflow }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: !Ref Nightly, Actions: [{ JobName: load }] }
  AfterLoad:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: !Ref Nightly
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
  Elsewhere: { Type: AWS::Glue::Workflow }
`,
  ],

  *check({ template }) {
    for (const workflow of glueOf(template).workflows) {
      const { resource, triggers } = workflow;
      if (!resource || triggers.length === 0) continue;
      if (!triggers.every(({ type }) => type === 'CONDITIONAL')) continue;
      // A module of Terraform has several files, and the start may be in another one.
      const isWhole = template.kind !== 'terraform';
      yield {
        span: resource.key,
        message: isWhole
          ? `The workflow "${resource.id}" has conditional triggers only, so that nothing starts it.`
          : `All triggers of the workflow "${resource.id}" in this file are conditional, and none starts it.`,
        severity: isWhole ? 'error' : 'info',
        fixes: isWhole ? addStart(workflow, template) : [],
      };
    }
  },
});

function addStart({ resource, triggers }: GlueWorkflow, template: Template): Fix[] {
  const started = new Set(triggers.flatMap(({ actions }) => actions.map(({ key }) => key)));
  const roots = new Map<string, GlueNamed>();
  for (const condition of triggers.flatMap(({ conditions }) => conditions)) {
    if (condition.key && !started.has(condition.key)) roots.set(condition.key, condition);
  }
  const [first] = roots.values();
  const resources = getObject(template.tree.root, 'Resources');
  if (!resource || !resources || !first || roots.size !== 1) return [];
  const property = first.kind === 'job' ? 'JobName' : 'CrawlerName';
  const named = get(first.node, property);
  const name = named && plainFunction(named);
  if (name === undefined) return [];
  const id = freeId(`${resource.id}Start`, template);
  const edit = new TreeEditor(template.tree).add(resources, id, {
    Type: 'AWS::Glue::Trigger',
    Properties: { Type: 'ON_DEMAND', WorkflowName: { Ref: resource.id }, Actions: [{ [property]: name }] },
  });
  return [{ title: `Start the workflow with "${first.label}" on demand`, edits: [edit] }];
}
