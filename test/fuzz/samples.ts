import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { stringify } from 'yaml';
import type { SourceFile } from '../../src/model/locate';
import { exampleFile } from '../../src/rules/example';
import { rules } from '../../src/rules/registry.generated';
import { parseJson } from '../../src/syntax/json';
import { toValue } from '../../src/syntax/navigate';
import type { Tree } from '../../src/syntax/tree';
import { parseYaml } from '../../src/syntax/yaml';
import { nodesOf } from '../support/nodes';
import { expand } from '../snippets/expand';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Every text of the project that is like a user's: samples, fixtures, examples of rules, snippets; in both formats. */
export function samples(): SourceFile[] {
  const paths = globSync(
    ['samples/**/*.*', 'test/fixtures/**/*.*', 'test/suite/workspace/**/*.*', '!**/*.md'],
    { cwd: project },
  ).sort();
  const files = paths.map((path) => ({ path, text: readFileSync(project + path, 'utf8') }));
  const examples = rules.flatMap(({ bad, good }) =>
    [...bad.map(({ text }) => text), ...good].map((marked) => {
      const text = marked.replace(/[«»]/g, '');
      return { path: exampleFile(text), text };
    }),
  );
  return [...files, ...examples, ...snippets()].flatMap(inBothFormats);
}

function snippets(): SourceFile[] {
  return globSync('snippets/*.json', { cwd: project })
    .sort()
    .flatMap((path) => {
      const bodies = Object.values(
        JSON.parse(readFileSync(project + path, 'utf8')) as Record<string, { body: string[] }>,
      );
      const kind = path.includes('eventpattern') ? 'eventpattern' : 'asl';
      const ending = path.includes('yaml') ? 'yaml' : 'json';
      return bodies.map(({ body }) => ({ path: `snippet.${kind}.${ending}`, text: expand(body) }));
    });
}

/** The file, and what it says in the other format where that can say it. */
function inBothFormats(file: SourceFile): SourceFile[] {
  const [, ending] = /\.(json|ya?ml)$/.exec(file.path) ?? [];
  if (!ending) return [file];
  const tree = ending === 'json' ? parseJson(file.text) : parseYaml(file.text);
  if (!canBeConverted(tree)) return [file];
  const value = toValue(tree.root);
  const other = ending === 'json' ? 'yaml' : 'json';
  const text = other === 'json' ? JSON.stringify(value, null, 2) : stringify(value);
  return [file, { path: file.path.replace(/\.\w+$/, `.${other}`), text }];
}

function canBeConverted(tree: Tree): boolean {
  return (
    tree.root?.kind === 'object' &&
    tree.problems.length === 0 &&
    !nodesOf(tree).some((node) => node.kind === 'dynamic' || (node.kind === 'string' && node.tag))
  );
}
