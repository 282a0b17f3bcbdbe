import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser as pythonParser } from '@lezer/python';
import type { Answers } from '../../src/advisor/decide/answers';
import { answered } from '../../src/advisor/decide/question';
import { readAnswers } from '../../src/advisor/decide/readAnswers';
import { recommend } from '../../src/advisor/decide/recommend';
import { profiles } from '../../src/advisor/decide/profiles';
import { fact } from '../../src/advisor/decide/facts';
import { recommendations } from '../../src/advisor/decide/verdict';
import { noteOf } from '../../src/rules/notes';
import { lint } from '../../src/rules/run';
import { rules } from '../../src/rules/registry.generated';
import { compileGuide, generatedFiles } from '../../scripts/guide.mjs';

interface Answer {
  readonly label: string;
  readonly states: Answers;
  readonly next?: string;
  readonly verdict?: string;
}

interface Guide {
  readonly tree: {
    readonly root: string;
    readonly nodes: readonly { readonly id: string; readonly answers: readonly Answer[] }[];
    readonly verdicts: readonly {
      readonly id: string;
      readonly recommendation: string;
      readonly starter?: string;
    }[];
  };
  readonly notes: readonly {
    readonly id: string;
    readonly sections: readonly {
      readonly anchor: string;
      readonly blocks: readonly {
        readonly kind: string;
        readonly language?: string;
        readonly title?: string;
        readonly code?: string;
      }[];
    }[];
  }[];
  readonly quiz: readonly {
    readonly id: string;
    readonly kind: string;
    readonly language?: string;
    readonly note: string;
  }[];
}

const root = join(__dirname, '../..');
const guide = JSON.parse(readFileSync(join(root, 'media/guide.json'), 'utf8')) as Guide;
const code = guide.notes.flatMap(({ id, sections }) =>
  sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'code').map((block) => ({ ...block, note: id })),
  ),
);

describe('guide', () => {
  it('is current and without a broken link: `node scripts/guide.mjs` changes nothing', async () => {
    const { outputs, problems } = compileGuide();
    assert.deepEqual(problems, []);
    for (const [path, text] of Object.entries(await generatedFiles(outputs))) {
      assert.ok(
        readFileSync(join(root, path), 'utf8') === text,
        `${path} is stale: run \`node scripts/guide.mjs\``,
      );
    }
  });

  it('has a note behind every rule: a section lists it, or the rule names one', () => {
    // Rules about our own comments teach nothing about AWS.
    const without = rules.filter((rule) => !rule.id.startsWith('lens/') && !noteOf(rule));
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
  });

  it('has the notes that rules point to', () => {
    const anchors = guide.notes.flatMap(({ id, sections }) =>
      sections.map(({ anchor }) => (anchor ? `${id}#${anchor}` : id)),
    );
    const astray = rules
      .filter(({ note }) => note && !anchors.includes(note))
      .map(({ id, note }) => `${id}: ${note}`);
    assert.deepEqual(astray, []);
  });

  it('knows the fact behind every limit and reason', () => {
    for (const { limits, reasons } of profiles) {
      const named = [...limits.map((limit) => limit.fact), ...reasons.map(({ source }) => source)];
      for (const path of named) if (path) assert.ok(fact(path));
    }
  });
});

describe('decision tree', () => {
  const nodes = new Map(guide.tree.nodes.map((node) => [node.id, node]));
  const verdicts = new Map(guide.tree.verdicts.map((verdict) => [verdict.id, verdict]));
  const paths: { words: string; facts: Answers; verdict: string }[] = [];
  const walk = (id: string, words: readonly string[], facts: Answers): void => {
    for (const { label, states, next, verdict } of nodes.get(id)?.answers ?? []) {
      const [path, known] = [[...words, label], answered(facts, states)];
      if (next) walk(next, path, known);
      else if (verdict) paths.push({ words: path.join(' → '), facts: known, verdict });
    }
  };
  walk(guide.tree.root, [], {});

  for (const { words, facts, verdict } of paths) {
    it(words, () => {
      const expected = verdicts.get(verdict);
      assert.deepEqual(readAnswers(facts).problems, []);
      const { recommendation, starter } = recommend(facts);
      assert.equal(recommendation, expected?.recommendation);
      if (expected?.starter) assert.equal(starter, expected.starter);
    });
  }

  it('leads to every service', () => {
    const reached = new Set(paths.map(({ verdict }) => verdicts.get(verdict)?.recommendation));
    assert.deepEqual(
      recommendations.filter((id) => !reached.has(id)),
      [],
    );
  });
});

describe('code in notes', () => {
  for (const { title, code: text = '', note } of code.filter(({ language }) => language === 'asl')) {
    it(`${note}: ${title} is accepted by AWS and clean`, () => {
      const found = lint({ path: 'note.asl.json', text })
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule, message }) => `${rule}: ${message}`);
      assert.deepEqual(found, []);
    });
  }

  for (const { title, code: text = '', note } of code.filter(({ language }) => language === 'python')) {
    it(`${note}: ${title} is Python`, () => {
      let broken = false;
      pythonParser.parse(text).iterate({ enter: ({ type }) => void (broken ||= type.isError) });
      assert.ok(!broken);
    });
  }
});

describe('quiz', () => {
  it('has at least 80 questions, of four kinds, about every note', () => {
    assert.ok(guide.quiz.length >= 80, `${guide.quiz.length}`);
    for (const kind of ['choice', 'several', 'order', 'mistake']) {
      assert.ok(guide.quiz.filter((question) => question.kind === kind).length >= 8, kind);
    }
    const asked = new Set(guide.quiz.map(({ note }) => note.split('#')[0]));
    assert.deepEqual(
      guide.notes.map(({ id }) => id).filter((id) => !asked.has(id)),
      [],
    );
  });
});

describe('a guide that is not right', () => {
  const cases: [title: string, file: string, from: string | RegExp, to: string, problem: RegExp][] = [
    [
      'a broken link',
      'notes/lambda.md',
      '(fact:lambda/max-duration)',
      '(fact:lambda/longest)',
      /there is no fact "lambda\/longest"/,
    ],
    [
      'a missing note',
      'services/mwaa.yaml',
      'note: mwaa#provisioned',
      'note: mwaa#managed',
      /there is no note "mwaa#managed"/,
    ],
    [
      'a rule that does not exist',
      'notes/errors.md',
      'rules:',
      'rules:\n  whole: [asl/no-such-rule]',
      /there is no rule "asl\/no-such-rule"/,
    ],
    [
      'a fact without a source',
      'services/lambda.yaml',
      / {6}source: lambda-icymi,\n/,
      '',
      /required property 'source'/,
    ],
    [
      'a source that is not listed',
      'services/lambda.yaml',
      'source: lambda-icymi',
      'source: somebody',
      /"somebody".*does not stand in sources.yaml/,
    ],
    ['facts without a date', 'services/lambda.yaml', /^date: .*\n/m, '', /required property 'date'/],
    [
      'an answer that leads nowhere',
      'tree.yaml',
      'next: one-sql',
      'next: one-query',
      /leads to "one-query", which is not a node/,
    ],
    [
      'a node that no answer reaches',
      'tree.yaml',
      'next: one-sql',
      'verdict: schedule-sql',
      /no answer leads to "one-sql"/,
    ],
    [
      'answers in a circle',
      'tree.yaml',
      'verdict: schedule-sql',
      'next: one-start',
      /the answers lead in a circle/,
    ],
    [
      'code that does not parse',
      'notes/eventbridge.md',
      '"source": ["aws.glue"],',
      '"source": ["aws.glue"]',
      /does not parse/,
    ],
    [
      'a price without a status',
      'prices.yaml',
      /status: V, |\n {8}status: S/,
      '',
      /required property 'status'/,
    ],
    ['a callout without its kind', 'notes/mwaa.md', '> [!trap] XCom', '> XCom', /a callout begins with/],
    [
      'a question without a right answer',
      'quiz/operations.yaml',
      /, right: true/g,
      '',
      /needs three answers, one of them right/,
    ],
  ];
  for (const [title, file, from, to, problem] of cases) {
    it(`${title} fails the build`, () => {
      const copy = mkdtempSync(join(tmpdir(), 'guide-'));
      try {
        cpSync(join(root, 'media/guide'), copy, { recursive: true });
        const text = readFileSync(join(copy, file), 'utf8');
        const broken = text.replace(from, to);
        assert.notEqual(broken, text, 'the change has to change something');
        writeFileSync(join(copy, file), broken);
        const problems = problemsIn(copy);
        assert.ok(
          problems.some((line) => problem.test(line)),
          problems.join('\n'),
        );
      } finally {
        rmSync(copy, { recursive: true });
      }
    });
  }
});

/** What the build would say; a source that cannot be read at all is a problem too. */
function problemsIn(folder: string): readonly string[] {
  try {
    return compileGuide(folder).problems;
  } catch (error) {
    return [error instanceof Error ? error.message : 'unknown'];
  }
}
