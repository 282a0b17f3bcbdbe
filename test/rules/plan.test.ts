import assert from 'node:assert/strict';
import type { Rule } from '../../src/rules/rule';
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
    const shown: string[] = [];
    run({
      ...ABOUT,
      id: 'test/state',
      subject: 'state',
      only: (layout) => {
        asked.push(layout?.kind);
        return layout?.has('Result') === true;
      },
      check: ({ name }) => {
        shown.push(name);
        return undefined;
      },
    });
    assert.equal(asked.filter((kind) => kind === 'Pass').length, 1);
    assert.equal(asked.filter((kind) => kind === 'Task').length, 2);
    assert.deepEqual(shown, ['A', 'B']);
  });

  it('is asked of a field with those beside it', () => {
    const shown: string[] = [];
    run({
      ...ABOUT,
      id: 'test/field',
      subject: 'field',
      only: ({ field, layout }) => field.name === 'Type' && layout.has('End'),
      check: ({ state }) => {
        shown.push(state?.name ?? '');
        return undefined;
      },
    });
    assert.deepEqual(shown, ['E']);
  });

  it('is asked once for all tasks that call the same', () => {
    let asked = 0;
    const shown: string[] = [];
    run({
      ...ABOUT,
      id: 'test/task',
      subject: 'task',
      only: ({ service }) => {
        asked++;
        return service === 'sns';
      },
      check: ({ state }) => {
        shown.push(state.name);
        return undefined;
      },
    });
    assert.equal(asked, 1);
    assert.deepEqual(shown, ['D', 'E']);
  });

  it('is asked of a path by what it may be', () => {
    const shown: string[] = [];
    run({
      ...ABOUT,
      id: 'test/path',
      subject: 'path',
      only: (kind) => kind === 'referencePath',
      check: ({ node }) => {
        shown.push(node.value);
        return undefined;
      },
    });
    assert.deepEqual(shown, ['$.s']);
  });
});

function run<S extends keyof Subjects>(rule: Rule<S>): void {
  lint({ path: 'm.asl.json', text: TEXT }, { rules: [rule as unknown as Rule] });
}
