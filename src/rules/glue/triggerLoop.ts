import { glueOf, type GlueTrigger } from '../../model/resources/glue';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/trigger-loop',
  subject: 'template',
  severity: 'error',
  summary: 'Conditional Glue triggers do not lead back to the job that they wait for.',
  why: 'In a workflow such a loop has no beginning, and nothing in it starts. Outside of one the jobs start each other until somebody stops them.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  There:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
  «Back»:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: report, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: load }]
`,
    },
  ],
  good: [
    `Resources:
  There:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: load, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: report }]
  On:
    Type: AWS::Glue::Trigger
    Properties:
      Type: CONDITIONAL
      StartOnCreation: true
      Predicate: { Conditions: [{ JobName: report, LogicalOperator: EQUALS, State: SUCCEEDED }] }
      Actions: [{ JobName: publish }]
`,
  ],

  *check({ template }) {
    const waiting = glueOf(template).triggers.filter(({ type }) => type === 'CONDITIONAL');
    const told = new Set<string>();
    for (const trigger of waiting) {
      const loop = loopFrom(trigger, waiting);
      if (!loop) continue;
      const ids = loop.map(({ resource }) => resource.id);
      const name = [...ids].sort().join();
      if (told.has(name)) continue;
      told.add(name);
      const last = loop[loop.length - 1];
      const jobs = loop.map(({ actions }) => `"${actions[0]?.label}"`);
      yield {
        span: last.resource.key,
        message:
          loop.length > 1
            ? `"${last.resource.id}" leads back to where "${trigger.resource.id}" began: ${jobs.join(', ')} start each other.`
            : `"${last.resource.id}" waits for ${jobs[0]} and starts it again.`,
        related:
          loop.length > 1
            ? [{ span: trigger.resource.key, message: `"${trigger.resource.id}" leads on to it.` }]
            : [],
      };
    }
  },
});

/** The shortest way over triggers of the same workflow that leads back to a trigger, the trigger itself first. */
function loopFrom(start: GlueTrigger, triggers: readonly GlueTrigger[]): GlueTrigger[] | undefined {
  const own = triggers.filter(({ workflow }) => workflow === start.workflow);
  const seen = new Set<GlueTrigger>([start]);
  const paths: GlueTrigger[][] = [[start]];
  for (let path = paths.shift(); path; path = paths.shift()) {
    const started = new Set(path[path.length - 1].actions.flatMap(({ key }) => key ?? []));
    for (const next of own) {
      if (!next.conditions.some(({ key }) => key !== undefined && started.has(key))) continue;
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return undefined;
}
