import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../scripts/command.mjs';
import { openWorkbench } from './workbench.mjs';

const workspace = path.join(projectFolder, 'test', 'suite', 'workspace');
const screenshots = path.join(projectFolder, 'out', 'screenshots');
const longest = 5 * 60_000;

/**
 * Runs the suite of `test/suite` in a `node` or `web` extension host, on a copy of its workspace, and
 * resolves to `{ passed, failed }`. A host that ends without a summary, or not in five minutes, is one failure.
 */
export async function runSuite(host, extension) {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'lens-suite-'));
  const folder = path.join(copy, 'workspace');
  cpSync(workspace, folder, { recursive: true });

  let workbench;
  let summary;
  const noise = [];
  let pictures = Promise.resolve();
  const picture = (name) => {
    const file = path.join(screenshots, `${host}-${name}.png`);
    mkdirSync(screenshots, { recursive: true });
    pictures = pictures
      .then(() => workbench?.page.screenshot({ path: file, timeout: 10_000 }))
      .then(() => console.log(`  screenshot: ${path.relative(projectFolder, file)}`))
      .catch((error) => console.log(`  no screenshot: ${error.message}`));
    return pictures;
  };

  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  const codeAutomationLog = (type, values) => {
    const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    const [, json] = /^suite: (\{.*\})$/m.exec(text) ?? [];
    if (json) summary = JSON.parse(json);
    else if (/^ {2}[✔✘]/.test(text)) console.log(text);
    else noise.push(`${type}: ${text}`);
    const [, failing] = /^ {2}✘ (.*)$/m.exec(text) ?? [];
    if (failing) return picture(failing.replace(/\W+/g, '-').slice(0, 80));
  };

  const alarm = setTimeout(() => finish(`The ${host} host did not end in time.`), longest);
  try {
    workbench = await openWorkbench({
      ...{ host, extension, folder, tests: true },
      expose: { codeAutomationLog, codeAutomationExit: () => finish() },
    });
    const trouble = (await finished) ?? (summary ? undefined : `The ${host} host ended without a summary.`);
    if (trouble) {
      console.log(`  ${trouble} Its last lines:\n${noise.slice(-30).join('\n')}`);
      await picture('trouble');
    }
    await pictures;
    if (trouble) return { passed: summary?.passed ?? 0, failed: (summary?.failed ?? 0) + 1 };
    return { passed: summary.passed, failed: summary.failed };
  } finally {
    clearTimeout(alarm);
    await workbench?.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
