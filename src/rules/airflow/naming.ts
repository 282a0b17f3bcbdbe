import type { Dag, Task } from '../../model/airflow';

/** A DAG in a message: `The DAG "load"`. */
export function theDag({ id }: Pick<Dag, 'id'>): string {
  return id === undefined ? 'This DAG' : `The DAG "${id}"`;
}

/** A task in a message: `The task "load"`, or by its class where its id is put together elsewhere. */
export function theTask({ id, type }: Pick<Task, 'id' | 'type'>): string {
  return id === undefined ? `This ${type}` : `The task "${id}"`;
}
