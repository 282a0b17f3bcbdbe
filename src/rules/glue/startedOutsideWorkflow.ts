import { glueOf, type GlueTrigger } from '../../model/resources/glue';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/started-outside-workflow',
  subject: 'template',
  severity: 'warning',
  summary: 'What a Glue workflow runs is started by the workflow only.',
  why: 'A run that something else started does not count in the workflow: its triggers do not fire for it. A crawler that runs already turns the start by the workflow down.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/blueprint_workflow_restrictions.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `Resources:
  Raw:
    Type: AWS::Glue::Crawler
    Properties:
      «Schedule»: { ScheduleExpression: cron(0/10 * * * ? *) }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: flow, Actions: [{ CrawlerName: !Ref Raw }, { JobName: load }] }
  Again:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: cron(0 3 * * ? *), StartOnCreation: true, Actions: [{ JobName: «load» }] }
`,
    },
  ],
  good: [
    `Resources:
  Raw:
    Type: AWS::Glue::Crawler
    Properties: { Schedule: { ScheduleExpression: cron(0/10 * * * ? *) } }
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, WorkflowName: flow, Actions: [{ JobName: load }] }
  ByHand:
    Type: AWS::Glue::Trigger
    Properties: { Type: ON_DEMAND, Actions: [{ JobName: load }] }
`,
  ],

  *check({ template }) {
    const { triggers, crawlers } = glueOf(template);
    const inside = new Map<string, GlueTrigger>();
    for (const trigger of triggers) {
      if (trigger.workflow === undefined) continue;
      for (const { key } of [...trigger.actions, ...trigger.conditions]) if (key) inside.set(key, trigger);
    }
    for (const crawler of crawlers) {
      const schedule = property(crawler.properties, 'Schedule');
      const trigger = inside.get(`#${crawler.id}`);
      if (!schedule?.value || !trigger || template.alternatives(schedule.value).length === 0) continue;
      yield {
        span: schedule.key.span,
        message: `The crawler "${crawler.id}" has a schedule of its own, and the trigger "${trigger.resource.id}" of a workflow uses it.`,
      };
    }
    for (const { actions, workflow, type, resource } of triggers) {
      // What is started by hand is a backfill.
      if (workflow !== undefined || type === 'ON_DEMAND') continue;
      for (const { key, kind, label, span } of actions) {
        const trigger = key === undefined ? undefined : inside.get(key);
        if (!trigger) continue;
        yield {
          span,
          message: `"${resource.id}" starts the ${kind} "${label}" outside of the workflow in which "${trigger.resource.id}" uses it.`,
        };
      }
    }
  },
});
