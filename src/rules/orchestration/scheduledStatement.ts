import { functionsOf, includesAction, onlySchedules, ownActions } from '../../model/resources/functions';
import type { Finding } from '../rule';
import type { InTemplate } from '../subjects';

/** Functions on a schedule that may do nothing but run statements of Redshift. */
export function* scheduledStatements({ template, located }: InTemplate<object>): Iterable<Finding> {
  for (const resource of functionsOf(template)) {
    const actions = ownActions(resource, template);
    if (!actions?.length || !actions.every((name) => /^redshift-data:/i.test(name))) continue;
    const runs = ['ExecuteStatement', 'BatchExecuteStatement'].some((action) =>
      includesAction(actions, `redshift-data:${action}`),
    );
    const [schedule] = onlySchedules(resource, located);
    if (!runs || !schedule) continue;
    yield {
      span: resource.key,
      severity: 'warning',
      message: `The function "${resource.id}" may do nothing but run statements of Redshift, which Scheduler does without it; "${schedule.name}" starts it.`,
    };
  }
}
