import assert from 'node:assert/strict';
import { EVENT_TYPES } from '../../src/catalog/events';
import { RECORD_TYPES } from '../../src/catalog/events/records';
import { BUS_SAMPLES } from '../../src/catalog/events/samples';
import { requireTestEvent } from '../../src/model/eventPattern/testEvent';

/** The values at a path; lists are flattened, as patterns see them. */
function valuesAt(value: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, names));
  if (names.length === 0) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[names[0]], names.slice(1));
}

const KINDS = { text: 'string', number: 'number', boolean: 'boolean' } as const;

describe('events of the catalogue', () => {
  it('have one entry each', () => {
    const names = EVENT_TYPES.map(({ source, detailType }) => `${source} ${detailType}`);
    assert.deepEqual([...new Set(names)], names);
    const titles = BUS_SAMPLES.map(({ title }) => title);
    assert.deepEqual([...new Set(titles)], titles);
  });

  it('have sample events that AWS would take for a test', () => {
    for (const { event } of BUS_SAMPLES) requireTestEvent(event);
  });

  for (const { detailType, fields, samples, status } of EVENT_TYPES) {
    it(`say of "${detailType}" what its samples show`, () => {
      for (const { detail } of samples) {
        for (const { path, type, values, closed } of fields) {
          for (const value of valuesAt(detail, path.split('.'))) {
            if (value === undefined || value === null) continue;
            assert.equal(typeof value, KINDS[type], path);
            if (closed) assert.ok(values?.includes(value as string), `${path}: ${String(value)}`);
          }
        }
      }
      const filter = fields.find(({ path }) => path === status?.filters[0]);
      for (const failed of status?.failed ?? []) assert.ok(filter?.values?.includes(failed), failed);
    });
  }

  it('show every field of a kind of event that has samples, but for those that come rarely', () => {
    const rare = new Set(['object.version-id', 'error', 'previousState', 'affectedEntities.entityValue']);
    for (const { detailType, fields, samples } of EVENT_TYPES) {
      if (samples.length === 0) continue;
      const missing = fields.filter(
        ({ path }) =>
          !samples.some(({ detail }) => valuesAt(detail, path.split('.')).some((v) => v !== undefined)),
      );
      assert.ok(
        missing.filter(({ path }) => !rare.has(path)).length <= 2,
        `${detailType}: ${missing.map(({ path }) => path).join(', ')}`,
      );
    }
  });

  it('say of records what their samples show', () => {
    for (const { name, samples, payload } of RECORD_TYPES) {
      assert.ok(samples.length > 0, name);
      for (const { record } of samples)
        if (payload) assert.equal(typeof (record as Record<string, unknown>)[payload], 'string', name);
    }
  });
});
