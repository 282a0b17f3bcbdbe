import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { exampleOf, fieldsOf, OWNERS } from '../../src/catalog/fields';
import type { Field, Owner, QueryLanguage } from '../../src/catalog/fieldTypes';
import { LanguageDocument } from '../../src/language/document';
import { hover } from '../../src/language/hover';
import type { PlainValue } from '../../src/syntax/edit';
import { hclStyleOf } from '../../src/syntax/hclStyle';
import { WholeText } from '../../src/syntax/mapped';
import { property } from '../../src/syntax/navigate';
import type { TreeNode } from '../../src/syntax/tree';
import { readyHcl } from '../support/hcl';

type Path = readonly (string | number)[];

const END = { Type: 'Succeed' };
const RUNS = { StartAt: 'B', States: { B: END } };

/** Where an object of each kind stands in a state, with what it needs around it. */
const PLACES: Readonly<Partial<Record<Owner, { readonly path: Path; readonly state: PlainValue }>>> = {
  retrier: { path: ['Retry', 0], state: { Type: 'Task', Retry: [{}] } },
  catcher: { path: ['Catch', 0], state: { Type: 'Task', Catch: [{}] } },
  choiceRule: { path: ['Choices', 0], state: { Type: 'Choice', Choices: [{}] } },
  choiceCondition: { path: ['Choices', 0, 'And', 0], state: { Type: 'Choice', Choices: [{ And: [{}] }] } },
  branch: { path: ['Branches', 0], state: { Type: 'Parallel', Branches: [{}] } },
  itemProcessor: { path: ['ItemProcessor'], state: { Type: 'Map', ItemProcessor: {} } },
  iterator: { path: ['Iterator'], state: { Type: 'Map', Iterator: {} } },
  processorConfig: {
    path: ['ItemProcessor', 'ProcessorConfig'],
    state: { Type: 'Map', ItemProcessor: { ProcessorConfig: {} } },
  },
  itemReader: { path: ['ItemReader'], state: { Type: 'Map', ItemReader: {} } },
  readerConfig: {
    path: ['ItemReader', 'ReaderConfig'],
    state: { Type: 'Map', ItemReader: { ReaderConfig: {} } },
  },
  itemBatcher: { path: ['ItemBatcher'], state: { Type: 'Map', ItemBatcher: {} } },
  resultWriter: { path: ['ResultWriter'], state: { Type: 'Map', ResultWriter: {} } },
  writerConfig: {
    path: ['ResultWriter', 'WriterConfig'],
    state: { Type: 'Map', ResultWriter: { WriterConfig: {} } },
  },
  credentials: { path: ['Credentials'], state: { Type: 'Task', Credentials: {} } },
};

const indented = (columns: number, text: string): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));
const yaml = (value: PlainValue): string => stringify(value, { version: '1.1', lineWidth: 0 });

const FLOW = 'Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n';

/** Everywhere that a definition can stand. */
const HOSTS: Readonly<Record<string, readonly [path: string, write: (value: PlainValue) => string]>> = {
  JSON: ['a.asl.json', (value) => JSON.stringify(value, null, 2)],
  YAML: ['a.asl.yaml', yaml],
  'an object of CloudFormation': [
    'template.yaml',
    (value) => `${FLOW}      Definition:\n${indented(8, yaml(value))}`,
  ],
  'a block of CloudFormation': [
    'template.yaml',
    (value) => `${FLOW}      DefinitionString: |\n${indented(8, JSON.stringify(value, null, 2))}\n`,
  ],
  'a string of CloudFormation in JSON': [
    'template.json',
    (value) =>
      JSON.stringify({
        Resources: {
          Flow: {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: { DefinitionString: JSON.stringify(value) },
          },
        },
      }),
  ],
  Serverless: [
    'serverless.yml',
    (value) =>
      `service: s\nprovider:\n  name: aws\nstepFunctions:\n  stateMachines:\n    flow:\n      definition:\n${indented(8, yaml(value))}`,
  ],
  'jsonencode of Terraform': [
    'main.tf',
    (value) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode(${hclStyleOf(undefined, new WholeText(''), '  ').value(value, '  ', true)})\n}\n`,
  ],
  'a heredoc of Terraform': [
    'main.tf',
    (value) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = <<-EOF\n${indented(4, JSON.stringify(value, null, 2))}\n  EOF\n}\n`,
  ],
};

type Levels = 'at the top' | 'within a branch of a Map';

/** A machine with fields where they belong, and the way to the object that has them. */
function machineWith(
  owner: Owner,
  fields: readonly Field[],
  language: QueryLanguage,
  levels: Levels,
): { machine: PlainValue; path: Path } {
  const exampleValue = (field: Field): PlainValue =>
    field.name === 'QueryLanguage'
      ? language
      : (JSON.parse(exampleOf(field, language) ?? '{}') as PlainValue);
  const values = Object.fromEntries(fields.map((field) => [field.name, exampleValue(field)]));
  const head = language === 'JSONata' ? { QueryLanguage: 'JSONata' } : {};
  if (owner === 'machine') return { machine: { ...values, ...RUNS, ...head }, path: [] };
  const place = PLACES[owner] ?? { path: [], state: { Type: owner } };
  const inner = { StartAt: 'A', States: { A: put(place.state, place.path, values), B: END } };
  const inside = ['States', 'A', ...place.path];
  if (levels === 'at the top') return { machine: { ...head, ...inner }, path: inside };
  return {
    machine: {
      ...head,
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [RUNS, inner] } } },
        },
      },
    },
    path: ['States', 'M', 'ItemProcessor', 'States', 'P', 'Branches', 1, ...inside],
  };
}

/** What stands at the end of a path already stays: the type of a state. */
function put(target: PlainValue, [step, ...rest]: Path, values: Record<string, PlainValue>): PlainValue {
  if (step === undefined) return { ...values, ...(target as Record<string, PlainValue>) };
  if (typeof step === 'number')
    return (target as readonly PlainValue[]).map((item, index) =>
      index === step ? put(item, rest, values) : item,
    );
  const object = target as Record<string, PlainValue>;
  return { ...object, [step]: put(object[step], rest, values) };
}

function find(root: TreeNode, path: Path): TreeNode | undefined {
  let node: TreeNode | undefined = root;
  for (const step of path) {
    if (typeof step === 'string') node = property(node, step)?.value;
    else node = node?.kind === 'array' ? node.items[step] : undefined;
  }
  return node;
}

/** The example of a card, read in its language. */
function exampleIn(markdown = ''): { language: string; value: unknown } | undefined {
  const [, language, text] = /```(\w+)\n([^]*?)\n```/.exec(markdown) ?? [];
  if (text === undefined) return undefined;
  return { language, value: (language === 'yaml' ? parse(text) : JSON.parse(`{${text}}`)) as unknown };
}

describe('a hover on every field of the catalogue', () => {
  before(readyHcl);

  for (const [host, [path, write]] of Object.entries(HOSTS)) {
    describe(`in ${host}`, () => {
      for (const owner of OWNERS) {
        it(`says what the fields of ${owner} are`, () => {
          for (const language of ['JSONPath', 'JSONata'] as const) {
            for (const levels of ['at the top', 'within a branch of a Map'] as const) {
              const fields = [...fieldsOf(owner).values()].filter((one) => one.languages.includes(language));
              const { machine, path: way } = machineWith(owner, fields, language, levels);
              const document = new LanguageDocument({ path, text: write(machine) });
              const [found] = document.located.stateMachines;
              const object = find(found.root, way);
              const silent = fields.filter(({ name }) => {
                const key = property(object, name)?.key;
                return !key || !hover(document, key.span.start + 1)?.markdown.startsWith(`**${name}**`);
              });
              for (const field of fields) {
                const key = property(object, field.name)?.key;
                const example = exampleOf(field, language);
                const shown = exampleIn(key && hover(document, key.span.start + 1)?.markdown);
                const wanted = example && { [field.name]: JSON.parse(example) as unknown };
                assert.equal(shown?.language, wanted && (found.tree.format === 'yaml' ? 'yaml' : 'json'));
                assert.deepEqual(shown?.value, wanted);
              }
              assert.deepEqual(
                silent.map(({ name }) => name),
                [],
                `${language}, ${levels}`,
              );
            }
          }
        });
      }
    });
  }

  const MAPS: readonly (readonly [reader: string, resource: string, names: readonly string[]])[] = [
    ['ItemReader', 's3:getObject', ['Bucket', 'Key', 'VersionId']],
    ['ItemReader', 's3:listObjectsV2', ['Bucket', 'Prefix']],
    ['ResultWriter', 's3:putObject', ['Bucket', 'Prefix']],
  ];

  for (const [host, [path, write]] of Object.entries(HOSTS)) {
    it(`says what the call of a reader or writer of a Map takes in ${host}`, () => {
      for (const [reader, call, names] of MAPS) {
        for (const request of ['Parameters', 'Arguments']) {
          const given = Object.fromEntries(names.map((name) => [name, 'x']));
          const part = { Resource: `arn:aws:states:::${call}`, [request]: given };
          const machine = { StartAt: 'A', States: { A: { Type: 'Map', [reader]: part } } };
          const document = new LanguageDocument({ path, text: write(machine) });
          const object = find(document.located.stateMachines[0].root, ['States', 'A', reader, request]);
          for (const name of names) {
            const key = property(object, name)?.key;
            const said = key && hover(document, key.span.start + 1)?.markdown;
            assert.match(said ?? '', new RegExp(`^\\*\\*${name}\\*\\* · string`));
          }
        }
      }
    });
  }

  it('explains the words that a field takes', () => {
    const text =
      '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" } }, "Retry": [{ "JitterStrategy": "FULL" }] } } }';
    const document = new LanguageDocument({ path: 'a.asl.json', text });
    for (const [word, field] of [
      ['"JSONata"', 'QueryLanguage'],
      ['"DISTRIBUTED"', 'Mode'],
      ['"FULL"', 'JitterStrategy'],
    ]) {
      const found = hover(document, text.indexOf(word) + 2);
      assert.ok(found, word);
      assert.ok(found.markdown.startsWith(`**${field}**`), word);
      assert.equal(text.slice(found.span.start, found.span.end), word);
    }
  });
});
