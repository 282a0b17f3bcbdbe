import assert from 'node:assert/strict';
import type { Answers } from '../../src/advisor/decide/answers';
import { nextQuestion, openQuestions } from '../../src/advisor/decide/nextQuestion';
import { answered, questions, type Question } from '../../src/advisor/decide/question';
import { readAnswers } from '../../src/advisor/decide/readAnswers';
import { recommend } from '../../src/advisor/decide/recommend';
import { turningPoints } from '../../src/advisor/decide/turningPoints';
import { scenarios } from './scenarios';

/** Answers as somebody would who has the workload in mind; what the workload leaves open is skipped. */
function interview(known: Answers): { readonly answers: Answers; readonly asked: readonly string[] } {
  let answers: Answers = {};
  const asked: Question['id'][] = [];
  const skipped: Question['id'][] = [];
  for (;;) {
    const question = nextQuestion(answers, skipped);
    if (!question) return { answers, asked };
    asked.push(question.id);
    if (question.id === 'trigger') answers = { ...answers, trigger: known.trigger, source: known.source };
    else answers = { ...answers, [question.id]: known[question.id] };
    if (known[question.id] === undefined) skipped.push(question.id);
  }
}

describe('picker', () => {
  const counts: number[] = [];
  for (const { title, answers: known } of scenarios.filter((_, index) => index % 3 === 0)) {
    it(`${title}: the questions that matter lead to the same recommendation`, () => {
      const { answers, asked } = interview(known);
      const [short, full] = [recommend(answers), recommend(known)];
      assert.deepEqual([short.recommendation, short.starter], [full.recommendation, full.starter]);
      assert.equal(new Set(asked).size, asked.length);
      counts.push(asked.length);
    });
  }

  it('asks few questions', () => {
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    assert.ok(mean < 8.5, `${mean} on average`);
  });

  it('asks nothing that cannot change the answer', () => {
    const known: Answers = { services: ['glue'], trigger: 'schedule', stepCount: 3 };
    const now = recommend(known);
    for (const { id, options } of openQuestions(known)) {
      const changed = options.filter(({ answers }) => {
        const then = recommend(answered(known, answers));
        return then.recommendation !== now.recommendation || then.starter !== now.starter;
      });
      assert.ok(changed.length > 0, id);
    }
    assert.ok(openQuestions(known).length < questions.length - 3);
  });

  it('asks for local time only of a schedule', () => {
    const ids = (answers: Answers): string[] => openQuestions(answers).map(({ id }) => id);
    assert.ok(ids({ trigger: 'schedule', services: ['glue'], stepCount: 2 }).includes('timezone'));
    assert.ok(
      !ids({ trigger: 'event', source: 's3', services: ['glue'], stepCount: 2 }).includes('timezone'),
    );
  });

  it('states every fact of a workload in some option', () => {
    const stated = new Set(
      questions.flatMap(({ options }) => options.flatMap(({ answers }) => Object.keys(answers))),
    );
    assert.deepEqual(
      [
        'trigger',
        'source',
        'timezone',
        'stepCount',
        'services',
        'runsPerMonth',
        'longestStepSeconds',
        'runDurationSeconds',
        'humanApproval',
        'fanOutItems',
        'payloadKiB',
        'team',
        'existingAirflow',
        'needs',
      ].filter((key) => !stated.has(key)),
      [],
    );
    for (const { options } of questions) {
      for (const { answers } of options) assert.deepEqual(readAnswers(answers).problems, []);
    }
  });
});

describe('turning points', () => {
  it('names the stated facts on which the answer hangs', () => {
    const points = turningPoints({
      trigger: 'schedule',
      timezone: 'Europe/Rome',
      stepCount: 4,
      services: ['glue', 'athena'],
      team: 'python',
      existingAirflow: true,
      needs: ['scale-to-zero', 'branching'],
    });
    assert.deepEqual(points, [
      { key: 'existingAirflow', becomes: 'step-functions-standard' },
      { key: 'needs', need: 'scale-to-zero', becomes: 'mwaa' },
    ]);
  });
});

describe('answers from a file', () => {
  const cases: [input: unknown, problems: string[]][] = [
    [{ trigger: 'schedule', stepCount: 3, needs: ['backfill'] }, []],
    [[], ['The answers are not one JSON object.']],
    [{ steps: 3 }, ['"steps" is not a fact that the recommendation uses.']],
    [{ team: 'java' }, ['"team" is not one of python, serverless, sql, visual.']],
    [{ stepCount: 0 }, ['"stepCount" is not a number of at least 1.']],
    [{ runsPerMonth: '30' }, ['"runsPerMonth" is not a number above 0.']],
    [{ humanApproval: 'yes' }, ['"humanApproval" is not true or false.']],
  ];
  for (const [input, problems] of cases) {
    it(JSON.stringify(input), () => {
      assert.deepEqual(readAnswers(input).problems, problems);
    });
  }
});
