import { bucketsThatStart, functionsOf, includesAction, ownActions } from '../../model/resources/functions';
import type { Finding } from '../rule';
import type { InTemplate } from '../subjects';

/** Functions behind a bucket that may do nothing but start Glue. */
export function* bucketStartsGlue({ template }: InTemplate<object>): Iterable<Finding> {
  for (const resource of functionsOf(template)) {
    const actions = ownActions(resource, template);
    if (!actions?.length || !actions.every((name) => /^glue:(?:Start|Get|BatchGet|List)\w+$/i.test(name)))
      continue;
    const starts = ['StartWorkflowRun', 'StartJobRun'].find((action) =>
      includesAction(actions, `glue:${action}`),
    );
    const [bucket] = bucketsThatStart(resource, template);
    if (!starts || bucket === undefined) continue;
    yield {
      span: resource.key,
      message: `The function "${resource.id}" may do nothing but start Glue for objects of "${bucket}", which an EVENT trigger does by itself.`,
    };
  }
}
