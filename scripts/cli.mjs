#!/usr/bin/env node
// The command of a clone. npx keeps for good whether a command is there, so that this one is before any build.

import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli.js', import.meta.url);
if (existsSync(bundle)) await import(bundle.href);
else {
  console.error('orchestration-lens: It is not built here yet; "npm ci && npm run build" does so.');
  process.exitCode = 2;
}
