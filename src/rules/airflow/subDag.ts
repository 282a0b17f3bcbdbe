import type { Dag, DagFile } from '../../model/airflow';

/** True for a DAG that a function makes in a file with a SubDagOperator: its parent runs it. */
export function isSubDag({ place }: Dag, { tasks }: DagFile): boolean {
  return place.unit !== undefined && tasks.some(({ type }) => type === 'SubDagOperator');
}
