import { defineRule } from '../rule';

/** So many tasks a day cost less than an environment wherever else they run, by the catalogue of rules. */
const FEW = 50;

export default defineRule({
  id: 'orchestration/mwaa-low-frequency',
  subject: 'template',
  severity: 'info',
  summary: 'An Airflow environment is there for more than a few tasks a day.',
  why: 'An Amazon MWAA environment is paid for every hour, also those in which nothing runs. For a few runs a day MWAA Serverless or Step Functions, which are paid by what runs, cost a small part of it.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/what-is-mwaa-serverless.html',
  note: 'mwaa#when-it-is-the-right-choice',
  bad: [
    {
      text: `Resources:
  «Airflow»:
    Type: AWS::MWAA::Environment
    Properties: { Name: airflow, EnvironmentClass: mw1.small }
`,
      beside: {
        'dags/sales.py': `from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG("sales", schedule="@daily") as dag:
    BashOperator(task_id="extract", bash_command="extract.sh") >> BashOperator(task_id="load", bash_command="load.sh")
`,
      },
    },
  ],
  good: [
    // What its DAGs do is not to be seen.
    `Resources:
  Airflow: { Type: AWS::MWAA::Environment, Properties: { Name: airflow, EnvironmentClass: mw1.small } }
`,
  ],

  *check({ template }, { workspace }) {
    const environments = template.ofType('AWS::MWAA::Environment');
    if (environments.length !== 1 || !workspace) return;
    const files = workspace.parts.filter(({ taskRunsADay }) => taskRunsADay !== undefined);
    const runs = files.reduce(
      (sum, { taskRunsADay: more }) => sum + (typeof more === 'number' ? more : Infinity),
      0,
    );
    if (files.length === 0 || runs >= FEW) return;
    const [{ id, key }] = environments;
    const dags =
      files.length === 1
        ? 'The DAGs of the workspace run'
        : `The DAGs in ${files.length} files of the workspace run`;
    yield {
      span: key,
      message: `${dags} ${runs} tasks a day at most, and "${id}" is paid for every hour.`,
      related: files
        .slice(0, 3)
        .map(({ path, span, name }) => ({ uri: path, span, message: `"${name}" is one of them.` })),
    };
  },
});
