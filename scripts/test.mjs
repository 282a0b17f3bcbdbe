// Everything that `npm test` runs; its last line is the sum over all suites.

import { browserMissing, ensureBrowser } from './browser.mjs';
import { projectFolder, run } from './command.mjs';
import { ensureBundles, ensureModules } from './ensure.mjs';

const total = { passed: 0, failed: 0 };
const remarks = [];

const figure = (output, word) => Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);

/** Runs one suite that ends in Mocha's "N passing", "N failing"; ending badly without those is one failure. */
async function suite(title, program, args) {
  console.log(`\n== ${title}`);
  const { status, output } = await run(program, args, { show: true });
  const passed = figure(output, 'passing');
  const failed = figure(output, 'failing');
  total.passed += passed;
  total.failed += failed;
  if (failed === 0 && (status !== 0 || passed === 0)) {
    total.failed += 1;
    remarks.push(`${title} ended with status ${status} after ${passed} tests.`);
  }
}

process.chdir(projectFolder);
await ensureModules();
const built = await ensureBundles();
if (!built) {
  total.failed += 1;
  remarks.push('A bundle did not build.');
}

await suite('unit tests', 'npm', ['run', '--silent', 'test:unit']);
const browser = await ensureBrowser();
if (built && browser) {
  await suite('extension hosts', process.execPath, ['test/hosts/run.mjs']);
  await suite('guide', 'npm', ['run', '--silent', 'test:panel']);
}
if (!browser) remarks.push(`The tests in a browser did not run. ${browserMissing()}`);

console.log();
for (const remark of remarks) console.error(remark);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || remarks.length > 0 ? 1 : 0;
