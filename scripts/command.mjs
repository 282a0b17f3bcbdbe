import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the project's folder. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program to its end and resolves to `{ status, output }`, stdout and stderr in one.
 * With `show`, the output is passed on to the terminal while it comes.
 */
export function run(program, args, { cwd = projectFolder, show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    let output = '';
    const take = (target) => (data) => {
      output += data;
      if (show) target.write(data);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Like `run`, and throws with the program's output when its status is not 0. */
export async function runOrThrow(program, args, options) {
  const { status, output } = await run(program, args, options);
  if (status !== 0) {
    const shown = options?.show ? '' : `\n${output}`;
    throw new Error(`"${[program, ...args].join(' ')}" ended with status ${status}.${shown}`);
  }
  return output;
}
