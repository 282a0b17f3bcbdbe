import assert from 'node:assert/strict';
import { SERVERLESS_OPERATORS, SERVERLESS_OPERATORS_BY_CLASS } from '../../src/catalog/mwaaServerless';
import { IGNORED_PARAMETERS } from '../../src/catalog/mwaaServerlessIgnored';
import { locate } from '../../src/model/locate';
import { findingsOf } from '../support/ruleTester';

const GLUE = 'airflow.providers.amazon.aws.operators.glue.GlueJobOperator';

/** Texts by whether they are a workflow of MWAA Serverless. */
const CASES: readonly (readonly [isOurs: boolean, why: string, text: string])[] = [
  [true, 'names its id', `a:\n  dag_id: a\n  tasks:\n    t:\n      operator: ${GLUE}\n`],
  [true, 'runs only what is supported', `a:\n  schedule: null\n  tasks:\n    t:\n      operator: ${GLUE}\n`],
  [true, 'uses a class name', 'a:\n  dag_id: a\n  tasks:\n    t:\n      operator: GlueJobOperator\n'],
  [
    false,
    'calls no AWS',
    'a:\n  dag_id: a\n  tasks:\n    t:\n      operator: airflow.operators.bash.BashOperator\n',
  ],
  [
    false,
    'has defaults for several DAGs',
    `default:\n  default_args: {}\n  tasks:\n    t:\n      operator: ${GLUE}\n`,
  ],
  [
    false,
    'has two DAGs',
    `a:\n  tasks:\n    t:\n      operator: ${GLUE}\nb:\n  tasks:\n    t:\n      operator: ${GLUE}\n`,
  ],
  [
    false,
    'is for an environment of Airflow 2',
    `a:\n  dag_id: a\n  schedule_interval: "@daily"\n  tasks:\n    t:\n      operator: ${GLUE}\n`,
  ],
  [false, 'has groups', `a:\n  dag_id: a\n  task_groups: {}\n  tasks:\n    t:\n      operator: ${GLUE}\n`],
  [
    false,
    'has times in seconds',
    `a:\n  dag_id: a\n  dagrun_timeout_sec: 60\n  tasks:\n    t:\n      operator: ${GLUE}\n`,
  ],
  [false, 'may be of dag-factory', `a:\n  catchup: false\n  tasks:\n    t:\n      operator: ${GLUE}\n`],
  [false, 'lists its tasks', `a:\n  dag_id: a\n  tasks:\n    - task_id: t\n      operator: ${GLUE}\n`],
];

describe('workflows of MWAA Serverless', () => {
  for (const [isOurs, why, text] of CASES) {
    it(`${isOurs ? 'are' : 'are not'} a DAG that ${why}`, () => {
      assert.equal(locate({ path: 'workflows/a.yaml', text }).workflow !== undefined, isOurs);
    });
  }

  const WORKFLOW = (line: string): string =>
    `a:\n  dag_id: a\n  ${line}\n  tasks:\n    t:\n      operator: ${GLUE}\n`;
  const FINDINGS: readonly (readonly [line: string, rule: string, severities: string[]])[] = [
    ['catchup: false', 'ignored-parameter', []],
    ['catchup: true', 'ignored-parameter', ['warning']],
    ['description: Loads', 'ignored-parameter', ['hint']],
    ['on_failure_callback: x.y', 'ignored-parameter', ['warning']],
    ['max_active_runs: 2', 'ignored-parameter', ['warning']],
    ['tags: []', 'ignored-parameter', []],
    [
      'default_args: { owner: x, trigger_rule: all_done, priority_weight: 1, pool: p }',
      'ignored-parameter',
      ['warning'],
    ],
    ['schedule: "0 25 * * *"', 'schedule', ['error']],
    ['schedule: "*/15 8-18 * * MON-FRI"', 'schedule', []],
    ['schedule: "0 0 1 * 1"', 'schedule', []],
    ['schedule: None', 'schedule', []],
    ['schedule: "@once"', 'schedule', ['error']],
    ['schedule: rate(1 hour)', 'schedule', ['error']],
    ['schedule: "@hourly"', 'schedule', ['hint']],
  ];
  for (const [line, rule, severities] of FINDINGS) {
    it(`"${line}": ${severities.join() || 'nothing'} by ${rule}`, () => {
      const found = findingsOf({ id: `mwaa-serverless/${rule}` }, WORKFLOW(line), 'workflows/a.yaml');
      assert.deepEqual(
        found.map(({ severity }) => severity),
        severities,
      );
    });
  }

  it('proposes the full name of the nearest operator', () => {
    const text = WORKFLOW('schedule: null').replace('GlueJobOperator', 'GlueJobOperater');
    const [{ severity, fixes }] = findingsOf(
      { id: 'mwaa-serverless/unsupported-operator' },
      text,
      'workflows/a.yaml',
    );
    assert.equal(severity, 'warning');
    assert.deepEqual(
      fixes.map(({ title, safe }) => [title, safe]),
      [[`Change to "${GLUE}"`, false]],
    );
  });
});

describe('what is known of MWAA Serverless', () => {
  it('has operators by their full names, one for each class', () => {
    assert.ok(SERVERLESS_OPERATORS.size > 180);
    for (const full of SERVERLESS_OPERATORS)
      assert.match(full, /^airflow(?:\.[a-z][\w]*)+\.[A-Z]\w+(?:Operator|Sensor)$/);
    assert.equal(
      SERVERLESS_OPERATORS_BY_CLASS.get('PythonOperator'),
      'airflow.providers.standard.operators.python.PythonOperator',
    );
  });

  it('says what is missed as a clause', () => {
    for (const [name, { missed }] of Object.entries(IGNORED_PARAMETERS))
      if (missed !== undefined) assert.match(missed, /^(?:[a-z]|IAM )[^.]*[^.\s]$/, name);
  });
});
