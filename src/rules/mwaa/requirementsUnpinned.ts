import { defineRule, type RuleContext } from '../rule';

/** Providers, and what they bring, are in every list of constraints that Airflow publishes. */
const inConstraints = /^(?:apache-airflow(?:-providers-.+)?|pandas|pyarrow|boto3|requests)$/i;

export default defineRule({
  id: 'mwaa/requirements-unpinned',
  subject: 'requirements',
  severity: 'warning',
  summary: 'The packages of an Airflow environment have versions that go with its Airflow.',
  why: 'Packages are installed anew whenever the environment is updated or a worker replaced. Without versions the next time may bring others, with which Airflow does not start.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/best-practices-dependencies.html',
  note: 'mwaa',
  bad: [
    {
      text: `«apache-airflow-providers-snowflake»
«pandas»>=2.0
boto3==1.34.0
`,
    },
    {
      text: `--constraint "https://raw.githubusercontent.com/apache/airflow/constraints-2.10.3/constraints-3.11.txt"
apache-airflow-providers-snowflake==5.8.0
«my-company-operators»
`,
    },
  ],
  good: [
    `--constraint "https://raw.githubusercontent.com/apache/airflow/constraints-2.10.3/constraints-3.11.txt"
apache-airflow-providers-snowflake==5.8.0
apache-airflow-providers-http
boto3===1.34.0 ; python_version > "3.8"
`,
    `--find-links /usr/local/airflow/plugins
--no-index
apache-airflow-providers-snowflake
`,
    // Of something else.
    `flask
requests>=2
`,
  ],

  *check(requirements, context) {
    const { packages, isConstrained, isBundled, isOfAirflow } = requirements;
    // What only tests and tools need is installed nowhere else.
    if (/requirements[-_.]?(?:dev|test|doc|lint|local|ci)\w*\.txt$/i.test(context.path)) return;
    if (isBundled || !(isOfAirflow || liesBesideDags(context))) return;
    for (const { name, span, isPinned } of packages) {
      if (isPinned || (isConstrained && inConstraints.test(name))) continue;
      yield isConstrained
        ? {
            span,
            // Where the constraints name it, it has a version all the same.
            severity: 'info',
            message: `"${name}" has no version of its own, so that it may change wherever the constraints do not name it.`,
          }
        : {
            span,
            message: `"${name}" has no fixed version and no "--constraint" gives it one, so that the next update of the environment may bring another.`,
          };
    }
  },
});

/** True where the workspace has DAGs in the same folder or in `dags` beside the file. */
function liesBesideDags({ path, workspace }: RuleContext): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    workspace?.parts.some(({ kind, path: at }) => {
      if (kind !== 'dag' || !at.startsWith(folder)) return false;
      const rest = at.slice(folder.length);
      return rest.startsWith('dags/') || !rest.includes('/');
    }) ?? false
  );
}
