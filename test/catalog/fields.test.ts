import assert from 'node:assert/strict';
import { CHOICE_OPERATORS } from '../../src/catalog/choiceOperators';
import { OWNERS, exampleOf, fieldsOf } from '../../src/catalog/fields';
import type { Field, Owner, QueryLanguage, ValueShape } from '../../src/catalog/fieldTypes';
import { objectFaults, shapeFaults, stateFaults } from './conforms';

const ALL: readonly Field[] = OWNERS.flatMap((owner) => [...fieldsOf(owner).values()]);
const where = (field: Field): string => `${field.owner}.${field.name}`;

function ownersIn(shape: ValueShape): Owner[] {
  if (shape.kind === 'array') return ownersIn(shape.items);
  return shape.kind === 'object' && shape.owner ? [shape.owner] : [];
}

/** Names of the fields of one kind of object, as AWS's own schema has them for a language. */
const TABLES: readonly [owner: Owner, language: QueryLanguage, names: string][] = [
  ['machine', 'JSONPath', 'Comment QueryLanguage StartAt States TimeoutSeconds Version'],
  ['Succeed', 'JSONPath', 'Comment InputPath OutputPath QueryLanguage Type'],
  ['Succeed', 'JSONata', 'Comment Output QueryLanguage Type'],
  ['Fail', 'JSONPath', 'Cause CausePath Comment Error ErrorPath QueryLanguage Type'],
  ['Fail', 'JSONata', 'Cause Comment Error QueryLanguage Type'],
  [
    'Pass',
    'JSONPath',
    'Assign Comment End InputPath Next OutputPath Parameters QueryLanguage Result ResultPath Type',
  ],
  ['Pass', 'JSONata', 'Assign Comment End Next Output QueryLanguage Type'],
  ['Wait', 'JSONata', 'Assign Comment End Next Output QueryLanguage Seconds Timestamp Type'],
  [
    'Task',
    'JSONata',
    'Arguments Assign Catch Comment Credentials End HeartbeatSeconds Next Output QueryLanguage Resource Retry TimeoutSeconds Type',
  ],
  ['Parallel', 'JSONata', 'Arguments Assign Branches Catch Comment End Next Output QueryLanguage Retry Type'],
  [
    'Map',
    'JSONata',
    'Assign Catch Comment End ItemBatcher ItemProcessor ItemReader ItemSelector Items Iterator Label MaxConcurrency Next Output QueryLanguage ResultWriter Retry ToleratedFailureCount ToleratedFailurePercentage Type',
  ],
  ['Choice', 'JSONPath', 'Assign Choices Comment Default InputPath OutputPath QueryLanguage Type'],
  ['choiceRule', 'JSONata', 'Assign Comment Condition Next Output'],
  ['itemBatcher', 'JSONata', 'BatchInput MaxInputBytesPerBatch MaxItemsPerBatch'],
];

/** Objects with what the catalogue has to say against them. */
const FAULTS: readonly [owner: Owner, language: QueryLanguage, value: object, faults: string[]][] = [
  ['Wait', 'JSONPath', { Type: 'Wait', Seconds: 0, End: true }, []],
  [
    'Wait',
    'JSONPath',
    { Type: 'Wait', End: true },
    ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].map((n) => `/ lacks ${n}`),
  ],
  [
    'Wait',
    'JSONata',
    { Type: 'Wait', SecondsPath: '$.a', End: true, Seconds: 1 },
    ['/ has SecondsPath in JSONata', '/ has Seconds beside SecondsPath'],
  ],
  ['retrier', 'JSONPath', { ErrorEquals: ['A'], IntervalSeconds: 0 }, []],
  ['retrier', 'JSONPath', { ErrorEquals: [] }, ['//ErrorEquals is too short']],
  ['retrier', 'JSONPath', { ErrorEquals: ['A'], BackoffRate: 0.5 }, ['//BackoffRate is out of range']],
  ['machine', 'JSONPath', { StartAt: 'A', States: {}, TimeoutSeconds: 0 }, []],
  ['machine', 'JSONPath', { States: {} }, ['/ lacks StartAt']],
  [
    'itemProcessor',
    'JSONata',
    { StartAt: 'A', States: {}, QueryLanguage: 'JSONata' },
    ['/ has the unknown QueryLanguage'],
  ],
  ['choiceRule', 'JSONPath', { Variable: '$.a', Next: 'B', IsNull: true }, []],
  ['choiceRule', 'JSONata', { Condition: true, Next: 'B' }, []],
  ['credentials', 'JSONPath', { 'RoleArn.$': '$.role' }, []],
  ['credentials', 'JSONata', { 'RoleArn.$': '$.role' }, ['/ lacks RoleArn', '/ has RoleArn.$ in JSONata']],
  ['resultWriter', 'JSONPath', {}, ['/ lacks Resource', '/ lacks WriterConfig']],
  [
    'itemReader',
    'JSONPath',
    { Resource: 'arn:aws:states:::s3:putObject' },
    ['//Resource is "arn:aws:states:::s3:putObject"'],
  ],
];

describe('field catalogue', () => {
  for (const [owner, language, names] of TABLES) {
    it(`knows the fields of ${owner} in ${language}`, () => {
      const known = [...fieldsOf(owner).values()].filter((field) => field.languages.includes(language));
      assert.equal(
        known
          .map((field) => field.name)
          .sort()
          .join(' '),
        names,
      );
    });
  }

  FAULTS.forEach(([owner, language, value, faults]) => {
    it(`judges ${owner} ${JSON.stringify(value)} in ${language}`, () => {
      assert.deepEqual(objectFaults(owner, value, language, '/').sort(), [...faults].sort());
    });
  });

  it('puts every field under its own name and owner', () => {
    for (const owner of OWNERS) {
      for (const [name, field] of fieldsOf(owner)) assert.deepEqual([field.name, field.owner], [name, owner]);
    }
  });

  it('has one sentence, a source and an example for every field', () => {
    for (const field of ALL) {
      assert.match(field.summary, /^[A-Z].*\.$/, where(field));
      assert.ok(field.source, where(field));
      assert.ok(field.example !== undefined, where(field));
      assert.ok(field.languages.length > 0, where(field));
    }
  });

  it('gives an example in each query language that fits the field', () => {
    for (const field of ALL) {
      for (const language of field.languages) {
        const value: unknown = JSON.parse(exampleOf(field, language) ?? '');
        assert.deepEqual(shapeFaults(field.shape, value, language, where(field), field), []);
      }
    }
  });

  it('refers only to owners and siblings that exist', () => {
    for (const field of ALL) {
      for (const owner of ownersIn(field.shape)) assert.ok(OWNERS.includes(owner), where(field));
      const siblings = [
        ...(field.excludes ?? []),
        field.requiredWith?.field,
        field.refusedWith?.field,
        field.replacedBy,
      ];
      for (const name of siblings) {
        if (name !== undefined && name !== 'Condition')
          assert.ok(fieldsOf(field.owner).has(name), `${where(field)}: ${name}`);
      }
    }
  });

  it('excludes both ways', () => {
    for (const field of ALL) {
      for (const name of field.excludes ?? []) {
        const other = fieldsOf(field.owner).get(name);
        if (other) assert.ok(other.excludes?.includes(field.name), `${where(field)} and ${name}`);
      }
    }
  });

  it('has a comparison for every choice operator, and an operator for every comparison', () => {
    const comparisons = ALL.filter(
      (field) =>
        field.owner === 'choiceRule' &&
        typeof field.required === 'object' &&
        field.required.oneOf === 'comparison',
    );
    assert.deepEqual(
      comparisons.map((field) => field.name),
      [...CHOICE_OPERATORS.keys()],
    );
    assert.equal(CHOICE_OPERATORS.size, 39);
  });

  it('sees through nested states', () => {
    const map = {
      Type: 'Map',
      End: true,
      Iterator: { StartAt: 'A', States: { A: { Type: 'Pass', Nxt: 'B', End: true } } },
    };
    assert.deepEqual(stateFaults(map, 'JSONPath', ''), ['/Iterator/States/A has the unknown Nxt']);
  });
});
