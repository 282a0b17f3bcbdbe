import assert from 'node:assert/strict';
import { fieldsOf } from '../../src/catalog/fields';
import { QUOTAS, type Quota } from '../../src/catalog/quotas';

describe('quotas', () => {
  it('have a positive whole value, a sentence, a source and a month', () => {
    for (const [name, quota] of Object.entries<Quota>(QUOTAS)) {
      assert.ok(Number.isInteger(quota.value) && quota.value > 0, name);
      assert.match(quota.summary, /^[A-Z].*\.$/, name);
      assert.match(quota.asOf, /^20\d\d-\d\d$/, name);
      assert.ok(quota.source, name);
    }
  });

  it('agree with the ranges in the field tables', () => {
    const largest = (owner: 'Task' | 'readerConfig' | 'retrier' | 'itemBatcher', name: string) => {
      const shape = fieldsOf(owner).get(name)?.shape;
      return shape?.kind === 'integer' ? shape.max : undefined;
    };
    assert.equal(largest('Task', 'TimeoutSeconds'), QUOTAS.taskSeconds.value);
    assert.equal(largest('readerConfig', 'MaxItems'), QUOTAS.readerItems.value);
    assert.equal(largest('retrier', 'MaxDelaySeconds'), QUOTAS.maxDelaySeconds.value);
    assert.equal(largest('itemBatcher', 'MaxInputBytesPerBatch'), QUOTAS.batchBytes.value);
  });
});
