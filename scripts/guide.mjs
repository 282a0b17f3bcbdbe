// Compiles media/guide (YAML and Markdown) into the JSON that the product reads, and fails on anything that is
// not right in it. `node scripts/guide.mjs` writes, `node scripts/guide.mjs --check` only compares.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { compilePrices } from './guide/prices.mjs';
import { Problems } from './guide/problems.mjs';
import { reader } from './guide/read.mjs';
import { compileServices } from './guide/services.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The generated files, by their path in the project, and what is wrong in the sources.
 * @param {string} root folder with the sources
 */
export async function compileGuide(root = join(project, 'media/guide')) {
  const problems = new Problems();
  const read = reader(root, problems);
  const outputs = {};
  outputs['src/advisor/prices.generated.json'] = compilePrices(read, problems);
  outputs['src/advisor/facts.generated.json'] = compileServices(read, problems);
  outputs['src/advisor/questions.generated.json'] = read.yaml('questions.yaml', 'questions');
  const options = (await resolveConfig(join(project, 'package.json'))) ?? {};
  const files = {};
  for (const [path, value] of Object.entries(outputs)) {
    files[path] = await format(JSON.stringify(value), { ...options, parser: 'json' });
  }
  return { files, problems: problems.list };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, problems } = await compileGuide();
  const stale = Object.entries(files).filter(
    ([path, text]) => !existsSync(join(project, path)) || readFileSync(join(project, path), 'utf8') !== text,
  );
  if (process.argv.includes('--check')) problems.push(...stale.map(([path]) => `${path} is not current`));
  else for (const [path, text] of stale) writeFileSync(join(project, path), text);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`guide: ${Object.keys(files).length} files, ${stale.length} written`);
}
