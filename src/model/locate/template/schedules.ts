import { get, getObject } from '../../../syntax/navigate';
import type { TreeNode } from '../../../syntax/tree';
import type { Resource, Template } from '../../template';
import type { EmbeddedSchedule } from '../located';
import { samEvents } from './samEvents';

interface Place {
  readonly key: string;
  readonly kind: EmbeddedSchedule['kind'];
  readonly timezone?: string;
}

const SCHEDULER: Place = {
  key: 'ScheduleExpression',
  kind: 'scheduler',
  timezone: 'ScheduleExpressionTimezone',
};

/** Where resources keep schedule expressions. */
const PLACES: Readonly<Record<string, Place>> = {
  'AWS::Events::Rule': { key: 'ScheduleExpression', kind: 'rule' },
  'AWS::Scheduler::Schedule': SCHEDULER,
  'AWS::Glue::Trigger': { key: 'Schedule', kind: 'glue' },
};

/** The same for the kinds of SAM's events. */
const EVENTS: Readonly<Record<string, Place>> = {
  Schedule: { key: 'Schedule', kind: 'rule' },
  ScheduleV2: SCHEDULER,
};

/** The schedule expressions of all resources of a template. */
export function schedulesIn(template: Template): EmbeddedSchedule[] {
  return template.resources.flatMap((resource) => {
    const { type, properties } = resource;
    const place = PLACES[type];
    const crawler = type === 'AWS::Glue::Crawler' ? getObject(properties, 'Schedule') : undefined;
    return [
      ...(place ? scheduleAt(resource, properties, place, template) : []),
      ...(crawler
        ? scheduleAt(resource, crawler, { key: 'ScheduleExpression', kind: 'glue' }, template)
        : []),
      ...samEvents(resource).flatMap((event) =>
        EVENTS[event.type] ? scheduleAt(resource, event.properties, EVENTS[event.type], template) : [],
      ),
    ];
  });
}

function scheduleAt(
  resource: Resource,
  holder: TreeNode,
  { key, kind, timezone }: Place,
  template: Template,
): EmbeddedSchedule[] {
  const zone = timezone === undefined ? undefined : get(holder, timezone);
  return template
    .alternatives(get(holder, key))
    .map((node) => ({ node, kind, resource, ...(zone && { timezone: zone }) }));
}
