// Compiles media/guide (YAML and Markdown) into the JSON that the product reads, and fails on anything that is
// not right in it. `node scripts/guide.mjs` writes, `node scripts/guide.mjs --check` only compares.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { Links } from './guide/links.mjs';
import { markdown } from './guide/markdown.mjs';
import { compileNotes } from './guide/notes.mjs';
import { compilePrices } from './guide/prices.mjs';
import { Problems } from './guide/problems.mjs';
import { compileQuiz } from './guide/quiz.mjs';
import { reader } from './guide/read.mjs';
import { compileReference } from './guide/reference.mjs';
import { compileServices } from './guide/services.mjs';
import { compileTree } from './guide/tree.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The generated values, by their path in the project, and what is wrong in the sources. What the recommendation and
 * the costs need goes into the bundles; the rest is one file that the panel loads when it opens.
 * @param {string} root folder with the sources
 */
export function compileGuide(root = join(project, 'media/guide')) {
  const problems = new Problems();
  const links = new Links();
  const read = reader(root, problems);
  const services = compileServices(read, problems);
  const prices = compilePrices(read, problems);
  const questions = read.yaml('questions.yaml', 'questions');
  const md = markdown(links, services);
  const notes = compileNotes(read, problems, links, md);
  const tree = compileTree(read, problems, links);
  const quiz = compileQuiz(read, problems, links, md);
  const { glossary, compare, quotas } = compileReference(read, problems, links);
  for (const [id, { note }] of Object.entries(services)) links.add(`services/${id}.yaml`, 'note', note);
  links.check(
    {
      fact: new Set(
        Object.entries(services).flatMap(([id, { facts }]) =>
          Object.keys(facts).map((key) => `${id}/${key}`),
        ),
      ),
      note: new Set(
        notes.flatMap(({ id, sections }) => sections.map(({ anchor }) => (anchor ? `${id}#${anchor}` : id))),
      ),
      rule: ruleIds(),
      service: new Set(Object.keys(services)),
      term: new Set(glossary.map(({ id }) => id)),
    },
    problems,
  );
  const outputs = {
    'src/advisor/prices.generated.json': prices,
    'src/advisor/facts.generated.json': services,
    'src/advisor/questions.generated.json': questions,
    'src/rules/notes.generated.json': ruleNotes(notes),
    'src/extension/guide/contents.generated.json': {
      notes: notes.map(({ id, title }) => ({ id, title })),
    },
    'src/panel/core.generated.json': { tree, compare },
    'media/guide.json': {
      date: prices.date,
      services,
      prices,
      tree,
      compare,
      quotas,
      notes,
      glossary,
      quiz,
      questions,
    },
  };
  return { outputs, problems: problems.list };
}

/**
 * The text of each generated file, formatted like the rest of the project.
 * @param {Record<string, unknown>} outputs
 */
export async function generatedFiles(outputs) {
  const options = (await resolveConfig(join(project, 'package.json'))) ?? {};
  const files = {};
  for (const [path, value] of Object.entries(outputs)) {
    files[path] = await format(JSON.stringify(value), { ...options, parser: 'json' });
  }
  return files;
}

/**
 * The note behind each rule, and what each place of the notes is called.
 * @param {ReturnType<typeof compileNotes>} notes
 */
function ruleNotes(notes) {
  const places = notes.flatMap(({ id, title, sections }) =>
    sections.map(({ anchor, title: heading, rules }) => ({
      place: anchor ? `${id}#${anchor}` : id,
      title: anchor ? `${title}: ${heading}` : title,
      rules,
    })),
  );
  return {
    titles: Object.fromEntries(places.map(({ place, title }) => [place, title])),
    rules: Object.fromEntries(places.flatMap(({ place, rules }) => rules.map((rule) => [rule, place]))),
  };
}

/** The rules of the project, read from their sources, since the guide is compiled before anything is built. */
function ruleIds() {
  const folder = join(project, 'src/rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const id = /^ {2}id: '([a-z0-9-]+\/[a-z0-9-]+)'/m;
  return new Set(files.flatMap((file) => id.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? []));
}

async function main() {
  const { outputs, problems } = compileGuide();
  const files = await generatedFiles(outputs);
  const stale = Object.entries(files).filter(
    ([path, text]) => !existsSync(join(project, path)) || readFileSync(join(project, path), 'utf8') !== text,
  );
  if (process.argv.includes('--check')) problems.push(...stale.map(([path]) => `${path} is not current`));
  else for (const [path, text] of stale) writeFileSync(join(project, path), text);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`guide: ${Object.keys(files).length} files, ${stale.length} written`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
