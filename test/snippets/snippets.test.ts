import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { STATE_TYPE_FACTS } from '../../src/catalog/stateTypes';
import { validateEventPattern } from '../../src/model/eventPattern/validate';
import { lint } from '../../src/rules/run';
import { parseJson } from '../../src/syntax/json';
import { parseYaml } from '../../src/syntax/yaml';
import { expand } from './expand';
import { place, type Entry, type Language } from './place';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const read = (name: string): string => readFileSync(`snippets/${name}`, 'utf8');
const source = parse(read('source.yaml')) as Record<'asl' | 'eventpattern', Entry[]>;

/** The snippets of a file by their prefix. */
function snippetsOf(name: string): Map<string, Snippet> {
  const file = JSON.parse(read(name)) as Record<string, Snippet>;
  return new Map(Object.values(file).map((snippet) => [snippet.prefix, snippet]));
}

/** Asserts that both texts are valid in their format and say the same; gives back what they say. */
function assertSame(json: string, yaml: string): unknown {
  assert.deepEqual(parse(yaml, { strict: true }), JSON.parse(json), `${json}\n${yaml}`);
  return JSON.parse(json);
}

describe('snippets for ASL', () => {
  const files = { json: snippetsOf('asl.json'), yaml: snippetsOf('asl-yaml.json') };

  for (const entry of source.asl) {
    for (const language of ['JSONPath', 'JSONata'] satisfies Language[]) {
      const prefix = language === 'JSONata' && entry.jsonata ? `${entry.prefix}-jsonata` : entry.prefix;
      // A machine says itself which language it is in.
      if (entry.place === 'machine' && language === 'JSONata' && prefix === entry.prefix) continue;

      it(`${prefix} is right in a ${language} machine`, () => {
        const [json, yaml] = (['json', 'yaml'] as const).map((format) => {
          const text = place(expand(files[format].get(prefix)!.body), entry, language, format);
          const findings = lint({ path: `snippet.asl.${format}`, text }).filter(
            ({ severity }) => severity === 'error' || severity === 'warning',
          );
          assert.deepEqual(
            findings.map(({ rule, message }) => `${rule}: ${message}`),
            [],
            text,
          );
          return text;
        });
        assertSame(json, yaml);
      });
    }
  }

  it('are there for every state type', () => {
    for (const type of STATE_TYPE_FACTS.keys()) assert.ok(files.json.has(`asl-${type.toLowerCase()}`), type);
  });
});

describe('snippets for event patterns', () => {
  const files = { json: snippetsOf('eventpattern.json'), yaml: snippetsOf('eventpattern-yaml.json') };

  for (const entry of source.eventpattern) {
    it(`${entry.prefix} is a pattern`, () => {
      const [json, yaml] = (['json', 'yaml'] as const).map((format) => {
        const text = place(expand(files[format].get(entry.prefix)!.body), entry, 'JSONPath', format);
        const tree = format === 'json' ? parseJson(text) : parseYaml(text);
        assert.deepEqual(tree.problems, [], text);
        assert.deepEqual(validateEventPattern(tree), [], text);
        return text;
      });
      assertSame(json, yaml);
    });
  }
});

describe('snippet files', () => {
  it('are what scripts/snippets.mjs makes of snippets/source.yaml', () => {
    execFileSync(process.execPath, ['scripts/snippets.mjs', '--check'], { stdio: 'pipe' });
  });

  for (const name of ['asl.json', 'asl-yaml.json', 'eventpattern.json', 'eventpattern-yaml.json']) {
    it(`${name} has one snippet a prefix, each with a sentence that says what it is for`, () => {
      const all = Object.values(JSON.parse(read(name)) as Record<string, Snippet>);
      assert.equal(snippetsOf(name).size, all.length);
      for (const { description } of all) assert.match(description, /^[A-Z][^.]{10,140}\.$/);
    });
  }
});
