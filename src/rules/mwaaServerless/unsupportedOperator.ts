import {
  AMAZON_PROVIDER,
  SERVERLESS_OPERATORS,
  SERVERLESS_OPERATORS_BY_CLASS,
} from '../../catalog/mwaaServerless';
import { nearest } from '../../expressions/nearest';
import { TreeEditor } from '../../syntax/edit';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'mwaa-serverless/unsupported-operator',
  subject: 'mwaaWorkflow',
  severity: 'error',
  summary: 'Each task uses an operator that MWAA Serverless runs, by its full name.',
  why: 'MWAA Serverless has a list of the operators that it runs, and refuses a workflow with any other, also one by its class name alone. What is not on it goes into a Lambda function, or into a PythonOperator with the code of the workflow.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/operators.html',
  note: 'mwaa#serverless',
  bad: [
    {
      text: `load:
  dag_id: load
  tasks:
    list:
      operator: «S3ListOperator»
      bucket: raw
`,
      fixed: `load:
  dag_id: load
  tasks:
    list:
      operator: airflow.providers.amazon.aws.operators.s3.S3ListOperator
      bucket: raw
`,
    },
    {
      text: `load:
  dag_id: load
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
    mail:
      operator: «airflow.operators.email.EmailOperator»
      dependencies: [job]
`,
    },
  ],
  good: [
    `load:
  schedule: "17 3 * * *"
  tasks:
    job:
      operator: airflow.providers.amazon.aws.operators.glue.GlueJobOperator
      job_name: load
    check:
      operator: airflow.operators.python.PythonOperator
      python_callable: checks.rows
      dependencies: [job]
`,
  ],

  *check({ tree, tasks }) {
    for (const { name, operator } of tasks) {
      const { value } = operator;
      if (operator.dynamic || SERVERLESS_OPERATORS.has(value)) continue;
      const isOfAws = value.startsWith(AMAZON_PROVIDER);
      const byClass = SERVERLESS_OPERATORS_BY_CLASS.has(value);
      const message = byClass
        ? `"${value}" is not the full name of the operator of "${name.value}".`
        : `"${value}", the operator of "${name.value}", is not one that MWAA Serverless runs.`;
      // AWS adds operators of its own provider to the list from time to time.
      yield {
        span: operator.span,
        message,
        severity: isOfAws ? 'warning' : undefined,
        fixes: fixesFor(tree, operator),
      };
    }
  },
});

function fixesFor(tree: Tree, operator: StringNode): Fix[] {
  const { value } = operator;
  const type = value.slice(value.lastIndexOf('.') + 1);
  const same = SERVERLESS_OPERATORS_BY_CLASS.get(type);
  const near = same ?? (value.startsWith(AMAZON_PROVIDER) ? nearest(value, SERVERLESS_OPERATORS) : undefined);
  if (near === undefined) return [];
  const edit = new TreeEditor(tree).replace(operator, near);
  return [{ title: `Change to "${near}"`, edits: [edit], safe: same !== undefined }];
}
