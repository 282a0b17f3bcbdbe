import { eventTypes } from '../catalog/events';
import { CLOUDTRAIL_FIELDS, CLOUDTRAIL_TYPES } from '../catalog/events/cloudTrail';
import { ENVELOPE } from '../catalog/events/envelope';
import type { EventField, EventType } from '../catalog/events/eventType';
import { RECORD_TYPES } from '../catalog/events/records';
import type { EventPattern } from '../model/eventPattern/eventPattern';
import { fieldsOf } from '../model/eventPattern/limits';
import type { EmbeddedPattern } from '../model/locate';
import { exactTexts, patternOf } from '../model/resources/patterns';
import type { Template } from '../model/template';
import { recordService } from './match/recordService';

/** What is known of the events that a pattern is about. */
export interface KnownFields {
  /** All fields from the root of what is asked about, with their whole path. */
  readonly fields: readonly EventField[];
  /** The kinds of events that the sources of the pattern send; all where it names none. */
  readonly ofSource: readonly EventType[];
  /** The kinds of events that have a detail type of the pattern; all where it names none. */
  readonly ofDetailType: readonly EventType[];
}

const NOTHING: KnownFields = { fields: [], ofSource: [], ofDetailType: [] };

/** The fields that a pattern can ask for, by its reader and by the source and detail type that it names. */
export function knownFields(
  embedded: EmbeddedPattern | undefined,
  template: Template | undefined,
): KnownFields {
  switch (embedded?.dialect) {
    case 'pipe':
    case 'lambda': {
      const service = recordService(embedded, template);
      const types = RECORD_TYPES.filter((type) => service === undefined || type.service === service);
      return { ...NOTHING, fields: unique(types.flatMap(({ fields }) => fields)) };
    }
    case 'subscriber':
    case 'snsAttributes':
    case 'snsBody':
      return NOTHING;
    default:
      return onBus(embedded && patternOf(embedded));
  }
}

function onBus(pattern: EventPattern | undefined): KnownFields {
  const sources = textsOf(pattern, 'source');
  const detailTypes = textsOf(pattern, 'detail-type');
  const ofSource = eventTypes(sources, undefined);
  const both = eventTypes(sources, detailTypes);
  // A detail type that is half typed leaves open which of the source's it becomes.
  const types = both.length > 0 ? both : sources ? ofSource : [];
  const fields = sources || detailTypes ? types.flatMap((type) => type.fields) : [];
  const trail = detailTypes?.some((type) => CLOUDTRAIL_TYPES.includes(type)) ? CLOUDTRAIL_FIELDS : [];
  return {
    ofSource,
    ofDetailType: eventTypes(undefined, detailTypes),
    fields: [
      ...ENVELOPE.filter(({ name }) => name !== 'detail').map(({ name, meaning, example }): EventField => ({
        path: name,
        type: 'text',
        meaning,
        ...(example && { values: [example] }),
      })),
      ...unique([...fields, ...trail]).map((field) => ({ ...field, path: `detail.${field.path}` })),
    ],
  };
}

/** The texts that a pattern names for a field; `undefined` where it lets others through. */
function textsOf(pattern: EventPattern | undefined, path: string): readonly string[] | undefined {
  const found = pattern?.root ? fieldsOf(pattern.root).filter((field) => field.path === path) : [];
  const texts = found.map(exactTexts);
  return found.length > 0 && texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}

/** One field for each path; the values of several events are all offered. */
function unique(fields: readonly EventField[]): EventField[] {
  const byPath = new Map<string, EventField>();
  for (const field of fields) {
    const known = byPath.get(field.path);
    const values = [...new Set([...(known?.values ?? []), ...(field.values ?? [])])];
    byPath.set(field.path, known ? { ...known, ...(values.length > 0 && { values }) } : field);
  }
  return [...byPath.values()];
}
