/** A parameter of Airflow that MWAA Serverless takes and does nothing with. */
export interface IgnoredParameter {
  readonly level: 'dag' | 'task' | 'both';
  /** What does not happen, as a clause; absent where nothing is missed. */
  readonly missed?: string;
  /** The value that asks for nothing. */
  readonly idle?: string | boolean | number;
}

const NO_CALL = 'nothing is called';
const NO_MAIL = 'no mail is sent';
const NO_LIMIT = 'nothing limits how many tasks run at once';
const NO_TEMPLATE = 'templates cannot use it';
const NOT_PLACED = 'it has no say in where and when the task runs';

/**
 * "Apache Airflow Parameter Support" of the user guide, compared in 2026-11 with what AWS's own tools say of
 * the running service: there `trigger_rule` works, and `max_active_runs` does not.
 */
export const IGNORED_PARAMETERS: Readonly<Record<string, IgnoredParameter>> = {
  access_control: { level: 'dag', missed: 'IAM alone says who may do what' },
  catchup: { level: 'dag', missed: 'no interval of the past is run', idle: false },
  dagrun_timeout: { level: 'dag', missed: 'a run goes on for as long as its tasks do' },
  fail_fast: { level: 'dag', missed: 'the other tasks go on after a failure', idle: false },
  is_paused_upon_creation: { level: 'dag', missed: 'the schedule is on at once', idle: false },
  jinja_environment_kwargs: { level: 'dag', missed: NO_TEMPLATE },
  max_active_runs: { level: 'dag', missed: 'runs go on side by side', idle: 16 },
  max_consecutive_failed_dag_runs: {
    level: 'dag',
    missed: 'the workflow goes on after any number of failures',
    idle: 0,
  },
  render_template_as_native_obj: { level: 'dag', missed: 'templates give text', idle: false },
  sla_miss_callback: { level: 'dag', missed: NO_CALL },
  template_searchpath: { level: 'dag', missed: NO_TEMPLATE },
  template_undefined: { level: 'dag', missed: NO_TEMPLATE },
  user_defined_filters: { level: 'dag', missed: NO_TEMPLATE },
  user_defined_macros: { level: 'dag', missed: NO_TEMPLATE },

  depends_on_past: { level: 'both', missed: 'a run does not wait for the one before', idle: false },
  email_on_failure: { level: 'both', missed: NO_MAIL, idle: false },
  email_on_retry: { level: 'both', missed: NO_MAIL, idle: false },
  on_failure_callback: { level: 'both', missed: NO_CALL },
  on_success_callback: { level: 'both', missed: NO_CALL },

  deferrable: {
    level: 'task',
    missed: 'the task keeps its worker, and is paid for, while it waits',
    idle: false,
  },
  do_xcom_push: { level: 'task', missed: 'the result is kept all the same', idle: true },
  email: { level: 'task', missed: NO_MAIL },
  executor: { level: 'task', missed: NOT_PLACED },
  executor_config: { level: 'task', missed: NOT_PLACED },
  inlets: { level: 'task', missed: 'no asset is read or updated' },
  max_active_tis_per_dag: { level: 'task', missed: NO_LIMIT },
  max_active_tis_per_dagrun: { level: 'task', missed: NO_LIMIT },
  max_retry_delay: { level: 'task', missed: 'retries come at the same distance' },
  multiple_outputs: { level: 'task', missed: 'the result stays one value', idle: false },
  on_execute_callback: { level: 'task', missed: NO_CALL },
  on_retry_callback: { level: 'task', missed: NO_CALL },
  on_skipped_callback: { level: 'task', missed: NO_CALL },
  outlets: { level: 'task', missed: 'no asset is read or updated' },
  pool: { level: 'task', missed: NO_LIMIT },
  pool_slots: { level: 'task', missed: NO_LIMIT },
  post_execute: { level: 'task', missed: NO_CALL },
  pre_execute: { level: 'task', missed: NO_CALL },
  priority_weight: { level: 'task', missed: NOT_PLACED, idle: 1 },
  queue: { level: 'task', missed: NOT_PLACED },
  resources: { level: 'task', missed: NOT_PLACED },
  retry_exponential_backoff: { level: 'task', missed: 'retries come at the same distance', idle: false },
  run_as_user: { level: 'task', missed: 'the role of the workflow says what the task may do' },
  sla: { level: 'task', missed: 'no delay is reported' },
  task_concurrency: { level: 'task', missed: NO_LIMIT },
  wait_for_downstream: { level: 'task', missed: 'a run does not wait for the one before', idle: false },
  weight_rule: { level: 'task', missed: NOT_PLACED, idle: 'downstream' },

  auto_register: { level: 'dag', idle: true },
  dag_display_name: { level: 'dag' },
  description: { level: 'dag' },
  owner_links: { level: 'dag' },
  tags: { level: 'dag' },
  doc: { level: 'task' },
  doc_json: { level: 'task' },
  doc_md: { level: 'task' },
  doc_rst: { level: 'task' },
  doc_yaml: { level: 'task' },
  logger_name: { level: 'task' },
  map_index_template: { level: 'task' },
  task_display_name: { level: 'task' },
};
