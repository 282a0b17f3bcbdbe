// Runs the suite of `test/suite` in a desktop VS Code, which is downloaded first: `npm run test:electron [VERSION]`.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectFolder } from '../../scripts/command.mjs';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'lens-electron-'));
const folder = path.join(scratch, 'workspace');
cpSync(path.join(projectFolder, 'test', 'suite', 'workspace'), folder, { recursive: true });

try {
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    cachePath: path.join(projectFolder, '.hosts', 'electron'),
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: path.join(projectFolder, 'out', 'suite', 'node.js'),
    // A short path: on macOS the socket in the data folder may not be longer than 103 characters.
    launchArgs: [
      folder,
      ...['--user-data-dir', path.join(scratch, 'data'), '--disable-extensions', '--disable-workspace-trust'],
    ],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
