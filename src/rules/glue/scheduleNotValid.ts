import { judgeSchedule } from '../eventbridge/judgeSchedule';
import { rewrite } from '../eventbridge/rewrite';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/schedule-not-valid',
  subject: 'schedule',
  severity: 'error',
  summary: 'The schedule of a Glue trigger or crawler is a cron that AWS accepts.',
  why: 'Glue takes a cron of six fields, in UTC, with "?" for one of the two days, and neither "rate" nor "at". Anything else is refused when the trigger is deployed.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Glue::Trigger
    Properties:
      Type: SCHEDULED
      Schedule: cron(«0 3 * * *»)
  Raw:
    Type: AWS::Glue::Crawler
    Properties: { Schedule: { ScheduleExpression: «rate(1 day)» } }
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Glue::Trigger
    Properties:
      Type: SCHEDULED
      Schedule: cron(0 3 * * ? *)
  Raw:
    Type: AWS::Glue::Crawler
    Properties: { Schedule: { ScheduleExpression: cron(0 0 * * ? *) } }
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *) }
  Given:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: !Ref Schedule }
`,
  ],

  *check(schedule) {
    if (schedule.kind !== 'glue') return;
    const { node, template } = schedule;
    if (node.kind !== 'string' || !/^\s*(?:rate|at)\(/.test(node.value)) {
      yield* judgeSchedule(schedule, 'rule');
      return;
    }
    const daily = /^rate\(1 day\)$/.test(node.value);
    const cron = 'cron(0 0 * * ? *)';
    yield {
      span: node.span,
      message: `"${node.value}" is no schedule of Glue, which takes cron only.`,
      fixes: daily ? [{ title: `Change to "${cron}"`, edits: [rewrite(node, cron, template.tree)] }] : [],
    };
  },
});
