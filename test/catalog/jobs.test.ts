import assert from 'node:assert/strict';
import { integrationAction } from '../../src/catalog/integrations';
import { JOBS } from '../../src/catalog/jobs';

describe('work that ".sync" waits for', () => {
  for (const { start, alsoStartedBy, polls } of JOBS) {
    it(start, () => {
      const [service, action] = start.split(':');
      const patterns = integrationAction(service, action)?.patterns ?? [];
      assert.ok(patterns.includes('sync'), 'it has no ".sync"');
      for (const name of [...alsoStartedBy, ...polls]) assert.ok(name.startsWith(`${service}:`), name);
    });
  }
});
