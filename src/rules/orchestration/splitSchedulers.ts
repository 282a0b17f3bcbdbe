import { fileFacts, WorkspaceGraph, type PlacedPart } from '../../model/workspace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'orchestration/split-schedulers',
  subject: 'template',
  severity: 'info',
  summary: 'One scheduler starts a job, not several of different services.',
  why: 'Schedulers know nothing of each other: what two of them start runs twice, at times that somebody has to keep apart by hand. With one owner its schedule, its history and its pauses are in one place.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/blueprint_workflow_restrictions.html',
  note: 'choosing',
  bad: [
    {
      text: `Resources:
  «Load»: { Type: AWS::Glue::Job, Properties: { Name: load } }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, StartOnCreation: true, Schedule: cron(0 3 * * ? *), Actions: [{ JobName: !Ref Load }] }
  Machine:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !Sub "arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:job/load", RoleArn: !Ref Role }
`,
    },
    {
      text: `Resources:
  «Raw»: { Type: AWS::Glue::Crawler, Properties: { Name: raw, Schedule: { ScheduleExpression: cron(0 1 * * ? *) } } }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, StartOnCreation: true, Schedule: cron(0 3 * * ? *), Actions: [{ CrawlerName: !Ref Raw }] }
`,
    },
  ],
  good: [
    `Resources:
  Load: { Type: AWS::Glue::Job, Properties: { Name: load } }
  Nightly:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, StartOnCreation: true, Schedule: cron(0 3 * * ? *), Actions: [{ JobName: !Ref Load }] }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, Actions: [{ JobName: !Ref Load }] }
`,
    // Two times of one scheduler are no matter of two owners.
    `Resources:
  Load: { Type: AWS::Lambda::Function, Properties: { Handler: load.handler } }
  Morning: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: cron(0 7 * * ? *), Targets: [{ Id: a, Arn: !GetAtt Load.Arn }] } }
  Evening: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: cron(0 19 * * ? *), Targets: [{ Id: a, Arn: !GetAtt Load.Arn }] } }
`,
  ],

  *check({ template, located }, { path, workspace }) {
    const started = template.resources.filter(({ type }) => STARTED.has(type));
    if (started.length === 0) return;
    const graph = workspace ?? new WorkspaceGraph([fileFacts(path, located) ?? []].flat());
    for (const { id, key, type } of started) {
      const part = graph.part(path, id);
      const starters = part ? [...graph.into(part)].filter(({ kind }) => kind !== 'runs') : [];
      const owners = new Map<string, PlacedPart>();
      for (const from of part?.byClock
        ? [part, ...starters.map((edge) => edge.from)]
        : starters.map((edge) => edge.from)) {
        const owner = schedulerOf(from);
        if (owner !== undefined && !owners.has(owner)) owners.set(owner, from);
      }
      if (owners.size < 2) continue;
      yield {
        span: key,
        message: `The ${STARTED.get(type)} "${id}" is started by the clock of ${[...owners.keys()].join(' and of ')}, which know nothing of each other.`,
        related: [...owners.values()]
          .filter((from) => from !== part)
          .map(({ path: uri, span, name }) => ({ uri, span, message: `"${name}" starts it.` })),
      };
    }
  },
});

/** What a schedule can start, by type, in words. */
const STARTED: ReadonlyMap<string, string> = new Map([
  ['AWS::Glue::Job', 'job'],
  ['AWS::Glue::Crawler', 'crawler'],
  ['AWS::Glue::Workflow', 'workflow'],
  ['AWS::StepFunctions::StateMachine', 'state machine'],
  ['AWS::Serverless::StateMachine', 'state machine'],
  ['AWS::Lambda::Function', 'function'],
  ['AWS::Serverless::Function', 'function'],
]);

/** The service whose clock starts what a part starts; `undefined` for one that waits for something else. */
function schedulerOf({ kind, byClock }: PlacedPart): string | undefined {
  if (kind === 'schedule') return 'EventBridge';
  if (!byClock) return undefined;
  if (kind === 'dag') return 'Airflow';
  return kind === 'glueCrawler' ? 'the crawler itself' : 'Glue';
}
