import { get, getObject } from '../../syntax/navigate';
import type { ObjectNode, Span } from '../../syntax/tree';
import type { EmbeddedSchedule, Located } from '../locate';
import { samEvents, type SamEvent } from '../locate/template/samEvents';
import type { Resource } from '../template';
import { targetOf, type RuleTarget } from './eventRules';
import { serviceOfType } from './targets';

/** A schedule of EventBridge Scheduler with what it starts. */
export interface SchedulerSchedule {
  /** The schedule, or the function or machine of SAM that has it among its `Events`. */
  readonly resource: Resource;
  readonly name: string;
  readonly key: Span;
  readonly event?: SamEvent;
  readonly properties: ObjectNode;
  readonly expressions: readonly EmbeddedSchedule[];
  readonly target?: RuleTarget;
}

/** The schedules of EventBridge Scheduler of a template, in document order. */
export function schedulerSchedules({ template, schedules }: Located): SchedulerSchedule[] {
  if (!template) return [];
  return template.resources.flatMap((resource): SchedulerSchedule[] => {
    const under = (properties: ObjectNode): readonly EmbeddedSchedule[] => {
      const values = template.alternatives(get(properties, 'ScheduleExpression'));
      return schedules.filter(({ node }) => values.includes(node));
    };
    const { id, key, type, properties } = resource;
    if (type === 'AWS::Scheduler::Schedule') {
      const target = getObject(properties, 'Target');
      return [
        {
          resource,
          name: id,
          key,
          properties,
          expressions: under(properties),
          ...(target && { target: targetOf(target, template) }),
        },
      ];
    }
    const service = serviceOfType(type);
    return samEvents(resource)
      .filter((event) => event.type === 'ScheduleV2')
      .map((event) => ({
        resource,
        name: event.name.value,
        key: event.name.span,
        event,
        properties: event.properties,
        expressions: under(event.properties),
        target: { span: event.name.span, resource, ...(service && { service }) },
      }));
  });
}
