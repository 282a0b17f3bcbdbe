// Runs the suite of `test/suite` in the extension hosts: `node test/hosts/run.mjs [node] [web]`.

import { browserMissing, ensureBrowser } from '../../scripts/browser.mjs';
import { runSuite } from './suiteRun.mjs';

const hosts = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

if (await ensureBrowser()) {
  for (const host of hosts.length > 0 ? hosts : ['node', 'web']) {
    console.log(`\n  ${host} extension host`);
    const { passed, failed } = await runSuite(host).catch((error) => {
      console.error(`  ${error.message}`);
      return { passed: 0, failed: 1 };
    });
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n  ${total.passed} passing\n  ${total.failed} failing`);
  process.exitCode = total.failed === 0 ? 0 : 1;
} else {
  console.error(browserMissing());
  process.exitCode = 2;
}
