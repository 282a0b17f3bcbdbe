import assert from 'node:assert/strict';
import { layoutOf } from '../../src/model/ownerLayout';
import { parseJson } from '../../src/syntax/json';
import type { ObjectNode } from '../../src/syntax/tree';

describe('layouts of objects', () => {
  const task = layoutOf(
    'Task',
    'JSONPath',
    object({ Type: 'Task', Resource: 'a', Parameters: {}, Retry: [] }),
  );

  it('is one for all objects with the same fields in the same order', () => {
    const again = object({ Type: 'Task', Resource: 'b', Parameters: { c: 1 }, Retry: [1] });
    assert.equal(layoutOf('Task', 'JSONPath', again), task);
  });

  it('is another in another order, language or kind of object', () => {
    const turned = object({ Resource: 'a', Type: 'Task', Parameters: {}, Retry: [] });
    const same = object({ Type: 'Task', Resource: 'a', Parameters: {}, Retry: [] });
    assert.notEqual(layoutOf('Task', 'JSONPath', turned), task);
    assert.notEqual(layoutOf('Task', 'JSONata', same), task);
    assert.notEqual(layoutOf('Task', undefined, same), task);
    assert.notEqual(layoutOf('Pass', 'JSONPath', same), task);
  });

  it('knows the fields of the properties, and has one place for all names that are none', () => {
    const odd = layoutOf('Task', 'JSONPath', object({ Type: 'Task', Resorce: 'a', End: true }));
    assert.deepEqual(
      odd.fields.map((field) => field?.name),
      ['Type', undefined, 'End'],
    );
    assert.equal(odd.hasUnknown, true);
    assert.equal(task.hasUnknown, false);
    assert.equal(layoutOf('Task', 'JSONPath', object({ Type: 'Task', '': 'a', End: true })), odd);
    assert.equal(odd.has('End'), true);
    assert.equal(odd.has('Resource'), false);
  });

  it('knows where expressions and further objects may stand', () => {
    assert.deepEqual(task.evaluated, [2]);
    assert.deepEqual(task.holders, [3]);
    const mixed = object({ Type: 'Task', Parameters: {}, Arguments: {}, Assign: {} });
    assert.deepEqual(layoutOf('Task', 'JSONata', mixed).evaluated, [2, 3]);
    assert.deepEqual(layoutOf('Task', undefined, mixed).evaluated, [3]);
  });
});

function object(value: Readonly<Record<string, unknown>>): ObjectNode {
  const { root } = parseJson(JSON.stringify(value));
  assert.ok(root?.kind === 'object');
  return root;
}
