import { glueOf, type GlueCondition, type GlueTrigger } from '../../model/resources/glue';
import { get } from '../../syntax/navigate';
import { defineRule, type Finding } from '../rule';

/** How a job or crawler can end; a condition can wait for nothing else. "API_Condition", 2026. */
const ENDS: Readonly<Record<GlueCondition['kind'], readonly string[]>> = {
  job: ['SUCCEEDED', 'STOPPED', 'FAILED', 'TIMEOUT'],
  crawler: ['SUCCEEDED', 'FAILED', 'CANCELLED'],
};

export default defineRule({
  id: 'glue/trigger-never-fires',
  subject: 'template',
  severity: 'error',
  summary: 'A conditional Glue trigger waits for what can come true.',
  why: 'A condition compares how a job or crawler ended. Two ends of one job cannot both be, and a state that is no end is refused or never seen.',
  reference: 'https://docs.aws.amazon.com/glue/latest/webapi/API_Condition.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  After:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate:
        Logical: AND
        Conditions:
          - { JobName: load, LogicalOperator: EQUALS, State: FAILED }
          - { JobName: load, LogicalOperator: EQUALS, State: «TIMEOUT» }
      Actions: [{ JobName: alert }]
  Running:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: «RUNNING» }] }
      Actions: [{ JobName: alert }]
`,
    },
    {
      text: `Resources:
  After:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ CrawlerName: raw, LogicalOperator: EQUALS, State: «SUCCEEDED» }] }
      Actions: [{ JobName: load }]
`,
    },
  ],
  good: [
    `Resources:
  After:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate:
        Logical: ANY
        Conditions:
          - { JobName: load, LogicalOperator: EQUALS, State: FAILED }
          - { JobName: load, LogicalOperator: EQUALS, State: TIMEOUT }
      Actions: [{ JobName: alert }]
  Both:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate:
        Logical: AND
        Conditions:
          - { JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }
          - { CrawlerName: raw, LogicalOperator: EQUALS, CrawlState: SUCCEEDED }
      Actions: [{ JobName: report }]
`,
  ],

  *check({ template }) {
    for (const trigger of glueOf(template).triggers) {
      for (const condition of trigger.conditions) yield* unknownEnd(condition);
      yield* contradiction(trigger);
    }
  },
});

function* unknownEnd({ kind, label, state, stateNode, node }: GlueCondition): Iterable<Finding> {
  const other = get(node, kind === 'job' ? 'CrawlState' : 'State');
  if (other) {
    const [wanted, written] = kind === 'job' ? ['State', 'CrawlState'] : ['CrawlState', 'State'];
    yield {
      span: other.span,
      message: `"${label}" is a ${kind}, whose end is compared by "${wanted}" and not by "${written}".`,
    };
  } else if (state !== undefined && stateNode && !state.includes('$') && !ENDS[kind].includes(state)) {
    yield {
      span: stateNode.span,
      message: `"${state}" is no end of a ${kind}: ${ENDS[kind].join(', ')} are.`,
    };
  }
}

function* contradiction({ resource, logical, conditions }: GlueTrigger): Iterable<Finding> {
  if (logical !== 'AND') return;
  const ends = new Map<string, string>();
  for (const { key, state, stateNode, label } of conditions) {
    if (!key || state === undefined || !stateNode || state.includes('$')) continue;
    const earlier = ends.get(key);
    if (earlier !== undefined && earlier !== state) {
      yield {
        span: stateNode.span,
        message: `"${resource.id}" waits for "${label}" to end as ${earlier} and as ${state} at once, and never fires.`,
      };
    } else ends.set(key, state);
  }
}
