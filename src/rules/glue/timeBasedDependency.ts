import { parseSchedule } from '../../expressions/schedule';
import type { CronSchedule } from '../../expressions/cron';
import { glueOf, type GlueJob } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { get, getItems } from '../../syntax/navigate';
import type { Span, TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

/** Further apart than this, in minutes, two schedules are hardly meant to follow each other. */
const CLOSE = 180;

interface Timed {
  readonly name: string;
  readonly kind: 'job' | 'crawler';
  readonly span: Span;
  readonly cron: CronSchedule;
  readonly data: ReadonlySet<string>;
}

export default defineRule({
  id: 'glue/time-based-dependency',
  subject: 'template',
  severity: 'warning',
  summary: 'A crawler and the job whose data it reads follow each other by a trigger, not by the clock.',
  why: 'Two schedules some minutes apart are a guess at how long the first one takes. On the day when it takes longer the second one reads what is not there yet.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Lake: { Type: AWS::S3::Bucket }
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      DefaultArguments: { --target: !Sub 's3://\${Lake}/orders/' }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, Actions: [{ JobName: !Ref Load }] }
  Orders:
    Type: AWS::Glue::Crawler
    Properties:
      Schedule: { ScheduleExpression: «cron(30 3 * * ? *)» }
      Targets: { S3Targets: [{ Path: !Sub 's3://\${Lake}/orders/' }] }
`,
    },
  ],
  good: [
    `Resources:
  Lake: { Type: AWS::S3::Bucket }
  Other: { Type: AWS::S3::Bucket }
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://scripts/load.py }
      DefaultArguments: { --target: !Sub 's3://\${Other}/orders/' }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, Actions: [{ JobName: !Ref Load }] }
  Orders:
    Type: AWS::Glue::Crawler
    Properties:
      Schedule: { ScheduleExpression: cron(30 3 * * ? *) }
      Targets: { S3Targets: [{ Path: !Sub 's3://\${Lake}/orders/' }] }
`,
  ],

  *check({ template }) {
    const timed = [...crawlers(template), ...jobs(template)];
    for (const [index, one] of timed.entries()) {
      for (const other of timed.slice(index + 1)) {
        if (one.kind === other.kind || ![...one.data].some((item) => other.data.has(item))) continue;
        const apart = minutesApart(one.cron, other.cron);
        if (apart === undefined || apart === 0 || Math.abs(apart) > CLOSE) continue;
        const [first, second] = apart > 0 ? [one, other] : [other, one];
        yield {
          span: second.span,
          message: `The ${second.kind} "${second.name}" starts ${Math.abs(apart)} minutes after the ${first.kind} "${first.name}" on the same data, whether that has ended or not.`,
          related: [{ span: first.span, message: `"${first.name}" starts here.` }],
        };
      }
    }
  },
});

function crawlers(template: Template): Timed[] {
  return glueOf(template).crawlers.flatMap(({ id, properties }) => {
    const schedule = get(properties, 'Schedule');
    const expression = schedule?.kind === 'object' ? get(schedule, 'ScheduleExpression') : schedule;
    const cron = cronOf(expression);
    const targets = get(properties, 'Targets');
    const paths = getItems(targets, 'S3Targets').flatMap((target) => get(target, 'Path') ?? []);
    return expression && cron
      ? [{ name: id, kind: 'crawler' as const, span: expression.span, cron, data: dataOf(paths, template) }]
      : [];
  });
}

function jobs(template: Template): Timed[] {
  const { triggers, jobs: declared } = glueOf(template);
  return triggers.flatMap(({ type, resource, actions, workflow }) => {
    const expression = type === 'SCHEDULED' ? get(resource.properties, 'Schedule') : undefined;
    const cron = cronOf(expression);
    // In a workflow a conditional trigger may already wait for the job.
    if (!expression || !cron || workflow !== undefined) return [];
    return actions.flatMap(({ resource: started }) => {
      const job = declared.find((candidate) => candidate.resource === started);
      const values = job ? argumentsOf(job) : [];
      return job
        ? [
            {
              name: job.resource.id,
              kind: 'job' as const,
              span: expression.span,
              cron,
              data: dataOf(values, template),
            },
          ]
        : [];
    });
  });
}

function argumentsOf(job: GlueJob): TreeNode[] {
  const temporary = /^--(?:TempDir|extra-|spark-event-logs|additional-)/;
  return job.arguments.flatMap(({ name, value }) => (value && !temporary.test(name) ? [value] : []));
}

function cronOf(node: TreeNode | undefined): CronSchedule | undefined {
  if (node?.kind !== 'string') return undefined;
  const { schedule } = parseSchedule(node.value, 'rule');
  return schedule?.type === 'cron' ? schedule : undefined;
}

/** Paths of S3, up to the first folder, as keys that can be compared. */
function dataOf(nodes: readonly TreeNode[], template: Template): ReadonlySet<string> {
  const keys = nodes.flatMap((node) =>
    template.literals(node).flatMap((text) => /^s3:\/\/[^/]+\/[^/]+/.exec(text)?.[0] ?? []),
  );
  return new Set(keys);
}

/** Minutes from the first to the second, where both fire once a day on the same days. */
function minutesApart(one: CronSchedule, other: CronSchedule): number | undefined {
  const days = ['dayOfMonth', 'month', 'dayOfWeek', 'year'] as const;
  if (days.some((field) => one[field].text !== other[field].text)) return undefined;
  const [first, second] = [one, other].map(({ hour, minute }) =>
    hour.values.length === 1 && minute.values.length === 1
      ? hour.values[0] * 60 + minute.values[0]
      : undefined,
  );
  return first === undefined || second === undefined ? undefined : second - first;
}
