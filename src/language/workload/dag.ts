import type { Answers } from '../../advisor/decide/answers';
import type { DagFile } from '../../model/airflow';
import { touchedBy, touchedByOperator } from './touched';

/** What a DAG file says of the work that it coordinates; that Airflow is in use goes without saying. */
export function dagWorkload({ dags, tasks, code }: DagFile): Answers {
  const services = [
    ...tasks.flatMap(({ module, type }) => touchedByOperator(module ?? '', type) ?? []),
    ...code.awsCalls.map(({ service, action }) => touchedBy(service, action)),
  ];
  const byTime = dags.some(({ schedule }) => schedule.kind === 'times');
  return {
    existingAirflow: true,
    ...(byTime && { trigger: 'schedule' }),
    ...(services.length > 0 && { services: [...new Set(services)] }),
    ...(tasks.length > 0 && { stepCount: tasks.length }),
  };
}
