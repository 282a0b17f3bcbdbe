import { parseSchedule } from '../../expressions/schedule';
import { unixCronToAws } from '../../expressions/scheduleFromUnix';
import { awsScheduleToUnix } from '../../expressions/scheduleToUnix';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'mwaa-serverless/schedule',
  subject: 'mwaaWorkflow',
  severity: 'error',
  summary: 'The schedule of a workflow is a cron of five fields, or null.',
  why: 'MWAA Serverless reads no other schedule of Airflow: no interval, no asset, no timetable. With a preset such as "@daily" the workflow starts together with everybody else\'s, at midnight UTC.',
  reference:
    'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/supported-airflow-parameters.html',
  note: 'mwaa#serverless',
  bad: [
    {
      text: `load:
  dag_id: load
  schedule: «cron(0 3 * * ? *)»
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
      fixed: `load:
  dag_id: load
  schedule: "0 3 * * *"
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
    },
    {
      text: `load:
  dag_id: load
  schedule:
    «__type__: datetime.timedelta
    hours: 6»
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
    },
    {
      text: `load:
  dag_id: load
  schedule: «"@daily"»
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
    },
  ],
  good: [
    `load:
  dag_id: load
  schedule: "17 3 * * 1-5"
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
    `load:
  schedule: null
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
  ],

  *check({ tree, node, name }) {
    const value = property(node, 'schedule')?.value;
    if (!value || value.kind === 'null' || value.kind === 'dynamic') return;
    if (value.kind !== 'string') {
      yield {
        span: value.span,
        message: `The schedule of "${name.value}" is not a cron, which is all that MWAA Serverless reads.`,
      };
    } else if (!value.dynamic) yield* judge(tree, value, name.value);
  },
});

function* judge(tree: Tree, node: StringNode, name: string): Iterable<Finding> {
  const text = node.value.trim();
  const { span } = node;
  if (/^@(?:yearly|annually|quarterly|monthly|weekly|daily|midnight|hourly)$/.test(text)) {
    const message = `"${text}" starts "${name}" at the full hour, together with most other schedules.`;
    yield { span, message, severity: 'hint' };
    return;
  }
  const problem = problemOf(text);
  // The converter of AWS writes Python's word for null.
  if (problem === undefined || text === 'None') return;
  yield {
    span,
    message: `"${text}" is not a schedule that MWAA Serverless reads: ${problem}.`,
    fixes: fixesFor(tree, node, text),
  };
}

/** What keeps a text from being a cron of five fields. */
function problemOf(text: string): string | undefined {
  const fields = text.split(/\s+/);
  if (fields.length !== 5) return `a cron has five fields, and this has ${fields.length}`;
  const odd = fields.find((field) => !/^[\w*/,#-]+$/.test(field));
  if (odd !== undefined) return `"${odd}" is no field of a cron`;
  const read = unixCronToAws(text);
  const error = 'error' in read && /goes from/.test(read.error) ? read.error : undefined;
  return error && error[0].toLowerCase() + error.slice(1).replace(/\.$/, '');
}

function fixesFor(tree: Tree, node: StringNode, text: string): Fix[] {
  const editor = new TreeEditor(tree);
  const { schedule } = parseSchedule(text, 'rule');
  const converted = schedule && awsScheduleToUnix(schedule);
  if (!converted || 'error' in converted) return [];
  const { cron } = converted;
  return [{ title: `Change to "${cron}"`, edits: [editor.replace(node, cron)] }];
}
