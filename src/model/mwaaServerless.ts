import {
  AMAZON_PROVIDER,
  SERVERLESS_OPERATORS,
  SERVERLESS_OPERATORS_BY_CLASS,
} from '../catalog/mwaaServerless';
import { get, getObject, getString, property } from '../syntax/navigate';
import type { ObjectNode, Property, StringNode, Tree } from '../syntax/tree';

/** The definition of a workflow of Amazon MWAA Serverless: one DAG in YAML, in the manner of dag-factory. */
export interface MwaaWorkflow {
  readonly tree: Tree;
  /** The key that the whole definition stands under. */
  readonly name: StringNode;
  readonly node: ObjectNode;
  readonly defaultArgs?: ObjectNode;
  readonly tasks: readonly MwaaTask[];
}

export interface MwaaTask {
  readonly name: StringNode;
  readonly node: ObjectNode;
  readonly operator: StringNode;
}

/** True for a text that may define a workflow: a look at it is cheaper than reading it. */
export function mayBeWorkflow(text: string): boolean {
  return /^[ \t]+tasks:/m.test(text) && /^[ \t]+operator:/m.test(text);
}

/** What dag-factory reads for an Airflow environment, and MWAA Serverless never had. */
const OF_DAG_FACTORY = [
  'task_groups',
  'schedule_interval',
  'timetable',
  'concurrency',
  'dagrun_timeout_sec',
  'default_view',
  'orientation',
];

/**
 * Reads a workflow; `undefined` for a DAG of dag-factory that may be meant for an Airflow environment,
 * which looks the same. Ours has an AWS operator, and either names its `dag_id`, as the converter of AWS does,
 * or says nothing of catching up and uses mostly what MWAA Serverless runs.
 */
export function buildWorkflow(tree: Tree): MwaaWorkflow | undefined {
  const { root } = tree;
  if (root?.kind !== 'object' || root.properties.length !== 1) return undefined;
  const [{ key: name, value: node }] = root.properties;
  if (node?.kind !== 'object' || name.value === 'default') return undefined;
  if (OF_DAG_FACTORY.some((key) => property(node, key))) return undefined;
  const tasks = getObject(node, 'tasks')?.properties.map(taskOf);
  if (!tasks || tasks.length === 0 || !tasks.every((task) => task !== undefined)) return undefined;
  if (!tasks.some(({ operator }) => isOfAws(operator.value))) return undefined;
  const supported = tasks.filter(({ operator }) => SERVERLESS_OPERATORS.has(operator.value)).length;
  const isOurs =
    getString(node, 'dag_id') !== undefined || (!property(node, 'catchup') && supported * 2 >= tasks.length);
  return isOurs ? { tree, name, node, tasks, defaultArgs: getObject(node, 'default_args') } : undefined;
}

function taskOf({ key, value }: Property): MwaaTask | undefined {
  const operator = get(value, 'operator');
  if (value?.kind !== 'object' || operator?.kind !== 'string') return undefined;
  return { name: key, node: value, operator };
}

function isOfAws(operator: string): boolean {
  const full = SERVERLESS_OPERATORS_BY_CLASS.get(operator) ?? operator;
  return full.startsWith(AMAZON_PROVIDER);
}
