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
const PLACES: ReadonlyMap<string, Place> = new Map([
  ['AWS::Events::Rule', { key: 'ScheduleExpression', kind: 'rule' }],
  ['AWS::Scheduler::Schedule', SCHEDULER],
  ['AWS::Glue::Trigger', { key: 'Schedule', kind: 'glue' }],
]);

const CRAWLER: Place = { key: 'ScheduleExpression', kind: 'glue' };

/** The same for the kinds of SAM's events. */
const EVENTS: ReadonlyMap<string, Place> = new Map([
  ['Schedule', { key: 'Schedule', kind: 'rule' }],
  ['ScheduleV2', SCHEDULER],
]);

/** The schedule expressions of all resources of a template. */
export function schedulesIn(template: Template): EmbeddedSchedule[] {
  return template.resources.flatMap((resource) => {
    const { type, properties } = resource;
    const at = (holder: TreeNode | undefined, place: Place | undefined): EmbeddedSchedule[] =>
      holder && place ? scheduleAt(resource, holder, place, template) : [];
    return [
      ...at(properties, PLACES.get(type)),
      ...at(type === 'AWS::Glue::Crawler' ? getObject(properties, 'Schedule') : undefined, CRAWLER),
      ...samEvents(resource).flatMap((event) => at(event.properties, EVENTS.get(event.type))),
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
    .map((node) => ({ node, kind, holder, resource, ...(zone && { timezone: zone }) }));
}
