import { glueOf, type GlueNamed, type GlueTrigger } from '../../model/resources/glue';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/crawler-race',
  subject: 'template',
  severity: 'warning',
  summary: 'A crawler is started by one trigger at a time.',
  why: 'A crawler runs once at a time: a second start while it runs is turned down, and its step of the workflow fails. Which of two triggers loses is decided by the clock.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_StartCrawler.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: flow, Actions: [{ JobName: orders }, { JobName: items }] }
  AfterOrders:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: flow
      Predicate: { Conditions: [{ JobName: orders, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ CrawlerName: curated }]
  AfterItems:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: flow
      Predicate: { Conditions: [{ JobName: items, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ CrawlerName: «curated» }]
`,
    },
  ],
  good: [
    `Resources:
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: flow, Actions: [{ JobName: orders }, { CrawlerName: raw }] }
  AfterBoth:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: flow
      Predicate:
        Logical: AND
        Conditions:
          - { JobName: orders, LogicalOperator: EQUALS, State: SUCCEEDED }
          - { CrawlerName: raw, LogicalOperator: EQUALS, CrawlState: SUCCEEDED }
      Actions: [{ CrawlerName: curated }]
  Failed:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      WorkflowName: flow
      Predicate: { Conditions: [{ JobName: orders, LogicalOperator: EQUALS, State: FAILED }] }
      Actions: [{ CrawlerName: curated }]
`,
  ],

  *check({ template }) {
    const { triggers } = glueOf(template);
    const starts = triggers.flatMap((trigger) =>
      trigger.actions.flatMap((action) =>
        action.kind === 'crawler' && action.key ? [{ trigger, action }] : [],
      ),
    );
    for (const [index, { trigger, action }] of starts.entries()) {
      const other = starts
        .slice(0, index)
        .find((earlier) => earlier.action.key === action.key && mayMeet(earlier.trigger, trigger));
      if (!other) continue;
      yield {
        span: action.span,
        message: `The crawler "${action.label}" is also started by "${other.trigger.resource.id}", and only one of the two starts goes through.`,
        related: [{ span: other.action.span, message: `"${other.trigger.resource.id}" starts it here.` }],
      };
    }
  },
});

/** True where two triggers of one workflow can fire in one run without waiting for each other. */
function mayMeet(one: GlueTrigger, other: GlueTrigger): boolean {
  if (one === other) return true;
  if (one.workflow === undefined || one.workflow !== other.workflow) return false;
  if (one.type !== 'CONDITIONAL' || other.type !== 'CONDITIONAL') return false;
  if (one.conditions.length === 0 || other.conditions.length === 0) return false;
  return !excludes(one, other) && !waitsFor(one, other) && !waitsFor(other, one);
}

/** True where both wait for one thing to end in different ways. */
function excludes({ conditions }: GlueTrigger, other: GlueTrigger): boolean {
  return conditions.some(({ key, state }) =>
    other.conditions.some((theirs) => key === theirs.key && state !== theirs.state),
  );
}

function waitsFor({ conditions }: GlueTrigger, { actions }: GlueTrigger): boolean {
  const started = new Set(actions.map(({ key }: GlueNamed) => key));
  return conditions.some(({ key }) => started.has(key));
}
