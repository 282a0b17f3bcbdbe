import assert from 'node:assert/strict';
import type { PatternDialect } from '../../src/model/eventPattern/dialects';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { seenBy } from '../../src/model/eventPattern/seenBy';
import { parseJson } from '../../src/syntax/json';

function seen(dialect: PatternDialect, pattern: unknown, event: unknown): unknown[] {
  return seenBy(dialect, readEventPattern(parseJson(JSON.stringify(pattern)), dialect), event);
}

const body = { total: 5 };
const encoded = btoa(JSON.stringify(body));

describe('what a pattern sees of an event', () => {
  it('is the event itself on a bus', () => {
    assert.deepEqual(seen('bus', {}, { body: '{"total":5}' }), [{ body: '{"total":5}' }]);
    assert.deepEqual(seen('bus', {}, [{ a: 1 }, { a: 2 }]), [{ a: 1 }, { a: 2 }]);
  });

  it('is each record in Lambda, its body read where the pattern asks for what is in it', () => {
    const event = { Records: [{ body: '{"total":5}' }, { body: 'plain' }] };
    assert.deepEqual(seen('lambda', { body: { total: [5] } }, event), [{ body }, { body: 'plain' }]);
    assert.deepEqual(seen('lambda', { body: ['plain'] }, event), [
      { body: '{"total":5}' },
      { body: 'plain' },
    ]);
  });

  it('is decoded data of Kinesis and Kafka', () => {
    assert.deepEqual(
      seen(
        'lambda',
        { data: { total: [5] } },
        { Records: [{ eventID: 'e', kinesis: { partitionKey: 'p', data: encoded } }] },
      ),
      [{ eventID: 'e', partitionKey: 'p', data: body }],
    );
    assert.deepEqual(
      seen(
        'lambda',
        { value: { total: [5] } },
        { records: { 'orders-0': [{ topic: 'orders', value: encoded }] } },
      ),
      [{ topic: 'orders', value: body }],
    );
    assert.deepEqual(seen('pipe', { data: { total: [5] } }, { data: encoded }), [{ data: body }]);
  });

  it('is the attributes or the body of a message of SNS', () => {
    const event = {
      Records: [
        {
          Sns: {
            Message: '{"total":5}',
            MessageAttributes: {
              kind: { Type: 'String', Value: 'order' },
              total: { Type: 'Number', Value: '5.0' },
              tags: { Type: 'String.Array', Value: '["a","b"]' },
            },
          },
        },
      ],
    };
    assert.deepEqual(seen('snsAttributes', {}, event), [{ kind: 'order', total: 5, tags: ['a', 'b'] }]);
    assert.deepEqual(seen('snsBody', {}, event), [body]);
    assert.deepEqual(seen('snsAttributes', {}, { kind: 'order' }), [{ kind: 'order' }]);
  });
});
