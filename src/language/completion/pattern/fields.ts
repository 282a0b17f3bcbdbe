import { ENVELOPE } from '../../../catalog/events/envelope';
import type { EventField } from '../../../catalog/events/eventType';
import { fieldMarkdown } from '../../hover/patternCards';
import type { KnownFields } from '../../patternFields';
import type { Item } from '../item';
import { stop } from '../stops';
import type { ItemWriter } from '../write';
import type { PatternPlace } from './place';

/** The fields that the event can have at the cursor, and `$or`. */
export function fieldNames(
  { path, present, dialect }: PatternPlace,
  { fields }: KnownFields,
  writer: ItemWriter,
): Item[] {
  const found = new Map<string, Item>();
  const before = path.length === 0 ? '' : `${path.join('.')}.`;
  for (const field of fields) {
    if (!field.path.startsWith(before)) continue;
    const [name, ...more] = field.path.slice(before.length).split('.');
    if (present.has(name) || found.has(name)) continue;
    const item = more.length > 0 ? holder(name, writer) : leaf(name, field, writer);
    found.set(name, { ...item, rank: rankOf(before + name, found.size) });
  }
  const isBus = dialect === 'bus';
  if (isBus && path.length === 0 && !present.has('detail')) {
    const meaning = ENVELOPE.find(({ name }) => name === 'detail')?.meaning;
    found.set('detail', { ...holder('detail', writer), documentation: meaning, rank: 3 });
  }
  const or = present.has('$or')
    ? []
    : [
        writer.key('$or', `[{ ${stop(1)} }, { ${stop(2)} }]`, {
          kind: 'field',
          detail: 'one of several',
          documentation: 'A list of objects, of which one has to match.',
          rank: 80,
        }),
      ];
  return [...found.values(), ...or];
}

/** What nearly every pattern says comes first. */
const FIRST = ['source', 'detail-type', 'detail', 'resources'];

function rankOf(path: string, index: number): number {
  const first = FIRST.indexOf(path);
  return first < 0 ? 10 + index : first + 1;
}

function leaf(name: string, field: EventField, writer: ItemWriter): Item {
  return writer.key(name, writer.skeleton({ kind: 'array', items: { kind: 'any' } }), {
    kind: 'field',
    detail: field.type,
    documentation: fieldMarkdown(field),
    rank: 10,
    asksOn: true,
  });
}

function holder(name: string, writer: ItemWriter): Item {
  return writer.key(name, writer.skeleton({ kind: 'object' }), { kind: 'field', rank: 10, asksOn: true });
}
