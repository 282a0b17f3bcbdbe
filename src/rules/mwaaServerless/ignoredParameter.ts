import { IGNORED_PARAMETERS } from '../../catalog/mwaaServerlessIgnored';
import { TreeEditor } from '../../syntax/edit';
import type { ObjectNode, Property } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'mwaa-serverless/ignored-parameter',
  subject: 'mwaaWorkflow',
  severity: 'warning',
  summary: 'A workflow says nothing that MWAA Serverless leaves unread.',
  why: 'MWAA Serverless takes many parameters of Airflow without an error and does nothing with them. Whoever reads the file believes in a time limit, an alert or a limit of concurrency that does not exist; EventBridge and CloudWatch can give the alert.',
  reference:
    'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/supported-airflow-parameters.html',
  note: 'mwaa#serverless',
  bad: [
    {
      text: `load:
  dag_id: load
  «dagrun_timeout»: 3600
  default_args:
    retries: 2
    «email_on_failure»: true
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
      «pool»: glue
`,
      fixed: `load:
  dag_id: load
  default_args:
    retries: 2
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
    },
    {
      text: `load:
  dag_id: load
  «tags»: [sales]
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
      fixed: `load:
  dag_id: load
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
  schedule: "17 3 * * *"
  default_args:
    retries: 2
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
`,
  ],

  *check({ tree, node, defaultArgs, tasks }) {
    const editor = new TreeEditor(tree);
    yield* judge(editor, node, 'dag');
    if (defaultArgs) yield* judge(editor, defaultArgs, 'task');
    for (const task of tasks) yield* judge(editor, task.node, 'task');
  },
});

function* judge(editor: TreeEditor, node: ObjectNode, level: 'dag' | 'task'): Iterable<Finding> {
  for (const property of node.properties) {
    const key = property.name;
    const ignored = Object.hasOwn(IGNORED_PARAMETERS, key) ? IGNORED_PARAMETERS[key] : undefined;
    if (!ignored || (ignored.level !== level && ignored.level !== 'both')) continue;
    if (asksForNothing(property, ignored.idle)) continue;
    yield {
      span: property.key.span,
      message: `MWAA Serverless does nothing with "${key}"${ignored.missed ? `: ${ignored.missed}` : ''}.`,
      severity: ignored.missed ? undefined : 'hint',
      tag: 'unnecessary',
      fixes: [{ title: `Take out "${key}"`, edits: [editor.remove(property)] }],
    };
  }
}

/** True for what is written only because a converter writes out every default. */
function asksForNothing({ value }: Property, idle: string | boolean | number | undefined): boolean {
  switch (value?.kind) {
    case 'array':
      return value.items.length === 0;
    case 'object':
      return value.properties.length === 0;
    case 'boolean':
    case 'number':
    case 'string':
      return value.value === idle || value.value === '';
    default:
      return true;
  }
}
