// Runs the suite of `test/suite` in a desktop VS Code: `npm run test:electron [VERSION]`. It is downloaded first,
// unless VSCODE_PATH says where one is installed.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { projectFolder } from '../../scripts/command.mjs';

async function executable() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  try {
    return await downloadAndUnzipVSCode({
      version: process.argv[2] ?? 'stable',
      cachePath: path.join(projectFolder, '.hosts', 'electron'),
    });
  } catch (error) {
    console.error(`VS Code could not be downloaded: ${error.message}.`);
    console.error(
      'VSCODE_PATH can name one that is installed; npm test runs the same suite without a download.',
    );
    return undefined;
  }
}

async function runSuite(vscodeExecutablePath) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'lens-electron-'));
  const folder = path.join(scratch, 'workspace');
  cpSync(path.join(projectFolder, 'test', 'suite', 'workspace'), folder, { recursive: true });
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: path.join(projectFolder, 'out', 'suite', 'node.js'),
      // A short path: on macOS the socket in the data folder may not be longer than 103 characters.
      launchArgs: [
        folder,
        ...[
          '--user-data-dir',
          path.join(scratch, 'data'),
          '--disable-extensions',
          '--disable-workspace-trust',
        ],
      ],
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

const found = await executable();
process.exitCode = found ? await runSuite(found) : 1;
