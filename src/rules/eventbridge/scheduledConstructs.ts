import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import type { Finding } from '../rule';

/** Rules of the CDK that have a schedule and no pattern. */
export function* scheduledConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties, isOpen } of constructsOf(code)) {
    const schedule = properties.get('schedule');
    if (type !== 'events.Rule' || !schedule || isOpen || properties.has('eventPattern')) continue;
    yield {
      span: schedule.key,
      message: `"${id}" is a scheduled rule, which AWS calls legacy in favour of EventBridge Scheduler.`,
      tag: 'deprecated',
    };
  }
}
