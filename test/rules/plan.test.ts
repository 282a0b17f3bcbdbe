import assert from 'node:assert/strict';
import type { PathKind } from '../../src/model/ownerLayout';
import type { Rule, RuleSide } from '../../src/rules/rule';
import { lint } from '../../src/rules/run';
import type { Subjects } from '../../src/rules/subjects';

const ABOUT = {
  severity: 'warning',
  summary: 'Nothing.',
  why: 'A rule of the test.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [],
  good: [],
} as const;

const TEXT = JSON.stringify({
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Result: 1, Next: 'B' },
    B: { Type: 'Pass', Result: 2, Next: 'C' },
    C: { Type: 'Wait', SecondsPath: '$.s', Next: 'D' },
    D: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Next: 'E' },
    E: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true },
  },
});

describe('what a rule says beforehand', () => {
  it('is asked once for all states with the same fields, and of those without only the others are shown', () => {
    const asked: (string | undefined)[] = [];
    const only: RuleSide<'state'>['only'] = (layout) => {
      asked.push(layout?.kind);
      return layout?.has('Result') === true;
    };
    assert.deepEqual(
      shown('state', only, ({ name }) => name),
      ['A', 'B'],
    );
    assert.equal(asked.filter((kind) => kind === 'Pass').length, 1);
    assert.equal(asked.filter((kind) => kind === 'Task').length, 2);
  });

  it('is asked of a field with those beside it', () => {
    const only: RuleSide<'field'>['only'] = ({ field, layout }) => field.name === 'Type' && layout.has('End');
    assert.deepEqual(
      shown('field', only, ({ state }) => state?.name),
      ['E'],
    );
  });

  it('is asked once for all tasks that call the same', () => {
    let asked = 0;
    const only: RuleSide<'task'>['only'] = ({ service }) => {
      asked++;
      return service === 'sns';
    };
    assert.deepEqual(
      shown('task', only, ({ state }) => state.name),
      ['D', 'E'],
    );
    assert.equal(asked, 1);
  });

  it('is asked of a path by what it may be', () => {
    assert.deepEqual(
      shown(
        'path',
        (kind: PathKind) => kind === 'referencePath',
        ({ node }) => node.value,
      ),
      ['$.s'],
    );
  });
});

/** The names of what a rule is shown that says so much beforehand. */
function shown<S extends keyof Subjects>(
  subject: S,
  only: RuleSide<S>['only'],
  name: (part: Subjects[S]) => string | undefined,
): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const rule: Rule<S> = {
    ...ABOUT,
    id: 'test/shown',
    subject,
    only,
    check: (part) => {
      names.push(name(part));
      return undefined;
    },
  };
  lint({ path: 'm.asl.json', text: TEXT }, { rules: [rule as unknown as Rule] });
  return names;
}
