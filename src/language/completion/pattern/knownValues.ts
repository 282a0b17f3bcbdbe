import { EVENT_TYPES, SOURCES } from '../../../catalog/events';
import { CLOUDTRAIL_TYPES } from '../../../catalog/events/cloudTrail';
import type { KnownFields } from '../../patternFields';
import type { Item } from '../item';
import type { ItemWriter } from '../write';
import type { PatternPlace } from './place';

/** A value that the field at the cursor can have. */
export interface KnownValue {
  readonly text: string;
  readonly documentation?: string;
  /** Only an example of what it looks like. */
  readonly isExample?: boolean;
}

/** Values as texts; where a string is begun it is filled. */
export function written(values: readonly KnownValue[], writer: ItemWriter): Item[] {
  return values.map(({ text, documentation, isExample }, index) =>
    writer.string(text, {
      kind: 'value',
      documentation,
      rank: (isExample ? 50 : 0) + index,
      ...(isExample && { detail: 'example' }),
    }),
  );
}

/** What is known of the values of the field at the cursor. */
export function knownValues(
  { path, dialect }: PatternPlace,
  { fields, ofSource, ofDetailType }: KnownFields,
): KnownValue[] {
  const name = path.join('.');
  if (dialect === 'bus' && name === 'source') return sources(ofDetailType);
  if (dialect === 'bus' && name === 'detail-type') return detailTypes(ofSource);
  const field = fields.find((one) => one.path === name);
  const isExample = dialect === 'bus' && path.length === 1;
  return (field?.values ?? []).map((text) => ({ text, isExample }));
}

function sources(types: KnownFields['ofSource']): KnownValue[] {
  // Where the detail type is named, its source is the answer.
  const named = new Set(types.map(({ source }) => source));
  return SOURCES.filter((source) => named.size === 0 || named.has(source)).map((text) => ({
    text,
    documentation: EVENT_TYPES.filter(({ source }) => source === text)
      .map(({ detailType }) => `- ${detailType}`)
      .join('\n'),
  }));
}

function detailTypes(types: KnownFields['ofSource']): KnownValue[] {
  return [
    ...(types.length > 0 ? types : EVENT_TYPES).map(({ detailType, meaning }) => ({
      text: detailType,
      documentation: meaning,
    })),
    ...CLOUDTRAIL_TYPES.slice(0, 1).map((text) => ({
      text,
      documentation: 'A call of an API, a minute or more later, where a trail records it.',
    })),
  ];
}
