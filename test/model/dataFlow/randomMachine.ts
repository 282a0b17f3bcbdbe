import type { QueryLanguage } from '../../../src/catalog/fieldTypes';
import type { SeededRandom } from '../../support/seededRandom';

type Fields = Record<string, unknown>;

const NAMES = ['a', 'b', 'c', 'Payload', 'Error', 'MessageId'];
const RESOURCES = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::sqs:sendMessage',
  'arn:aws:states:::glue:startJobRun.sync',
  'arn:aws:states:::aws-sdk:s3:headObject',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:lambda:eu-west-1:111122223333:function:f',
];

/** A machine of a few states that write, pick and read few names in all ways, so that many a read leads to nothing. */
export function randomMachine(random: SeededRandom, language: QueryLanguage): Fields {
  return { QueryLanguage: language, ...scope(random, language, 3 + random.below(6), 2, 's') };
}

function scope(
  random: SeededRandom,
  language: QueryLanguage,
  size: number,
  levels: number,
  prefix: string,
): Fields {
  const names = Array.from({ length: size }, (_, index) => `${prefix}${index}`);
  const write = language === 'JSONata' ? jsonataState : jsonPathState;
  const states = names.map((name, index): [string, Fields] => {
    const last = index === size - 1;
    const next = (): string => (random.below(8) === 0 ? random.pick(names) : names[index + 1]);
    const inner = (suffix: string): Fields =>
      scope(random, language, 1 + random.below(3), levels - 1, `${name}${suffix}`);
    const state = write(random, last ? 'none' : next, levels > 0 ? inner : undefined);
    return [name, last && state.Type !== 'Succeed' ? { ...state, End: true } : state];
  });
  return { StartAt: names[0], States: Object.fromEntries(states) };
}

type Next = (() => string) | 'none';
type Inner = ((suffix: string) => Fields) | undefined;

const maybe = (random: SeededRandom, one: number, fields: () => Fields): Fields =>
  random.below(one) === 0 ? fields() : {};

function path(random: SeededRandom): string {
  const more = (): string => (random.below(7) === 0 ? `[${random.below(2)}]` : `.${random.pick(NAMES)}`);
  const root = random.below(12) === 0 ? '$$.Map.Item.Value' : '$';
  return `${root}${Array.from({ length: random.below(4) }, more).join('')}`;
}

function place(random: SeededRandom): string | null {
  if (random.below(8) === 0) return null;
  return `$${Array.from({ length: random.below(3) }, () => `.${random.pick(NAMES)}`).join('')}`;
}

function template(random: SeededRandom): Fields {
  const entry = (): [string, unknown] =>
    random.below(2) === 0
      ? [`${random.pick(NAMES)}.$`, path(random)]
      : [random.pick(NAMES), random.pick([1, 'x', { a: 1 }, [{ b: 2 }]])];
  return Object.fromEntries(Array.from({ length: 1 + random.below(3) }, entry));
}

/** At times a Catch, which at times keeps more than the error. */
function caught(random: SeededRandom, next: Next, kept: () => Fields): Fields {
  if (next === 'none') return {};
  return maybe(random, 4, () => ({
    Catch: [{ ErrorEquals: ['States.ALL'], Next: next(), ...maybe(random, 2, kept) }],
  }));
}

function jsonPathState(random: SeededRandom, next: Next, inner: Inner): Fields {
  const way = (): Fields => (next === 'none' ? {} : { Next: next() });
  const picks = (): Fields => ({
    ...maybe(random, 6, () => ({ InputPath: path(random) })),
    ...maybe(random, 5, () => ({ OutputPath: path(random) })),
  });
  const result = (): Fields => ({
    ...maybe(random, 2, () => ({ ResultPath: place(random) })),
    ...maybe(random, 4, () => ({ ResultSelector: template(random) })),
    ...maybe(random, 5, () => ({ Assign: { v: random.pick([1, { a: 1 }]), 'w.$': path(random) } })),
    ...caught(random, next, () => ({ ResultPath: place(random) })),
  });
  switch (random.below(inner ? 7 : 5)) {
    case 0:
      return {
        Type: 'Pass',
        ...picks(),
        ...maybe(random, 2, () => ({ ResultPath: place(random) })),
        ...way(),
      };
    case 1:
      return {
        Type: 'Pass',
        ...picks(),
        ...(random.below(2) === 0 ? { Parameters: template(random) } : { Result: template(random) }),
        ...maybe(random, 2, () => ({ ResultPath: place(random) })),
        ...way(),
      };
    case 2:
    case 3:
      return {
        Type: 'Task',
        Resource: random.pick(RESOURCES),
        Parameters: random.below(3) === 0 ? { 'x.$': random.pick(['$v.a', '$w.b']) } : template(random),
        ...picks(),
        ...result(),
        ...way(),
      };
    case 4: {
      if (next === 'none') return { Type: 'Succeed' };
      const test = (): Fields => ({
        Variable: path(random),
        ...random.pick([{ IsPresent: true }, { IsPresent: false }, { StringEquals: 'x' }, { IsNull: true }]),
      });
      const rule = random.pick([test(), { And: [test(), test()] }, { Not: test() }]);
      return { Type: 'Choice', Choices: [{ ...rule, Next: next() }], Default: next() };
    }
    case 5:
      return {
        Type: 'Parallel',
        Branches: [inner?.('p'), inner?.('q')],
        ...maybe(random, 4, () => ({ Parameters: template(random) })),
        ...picks(),
        ...result(),
        ...way(),
      };
    default:
      return {
        Type: 'Map',
        ...maybe(random, 2, () => ({ ItemsPath: path(random) })),
        ...maybe(random, 3, () => ({ ItemSelector: template(random) })),
        ItemProcessor: inner?.('m'),
        ...picks(),
        ...result(),
        ...way(),
      };
  }
}

function reference(random: SeededRandom, roots: readonly string[]): string {
  const names = Array.from({ length: random.below(3) }, () => `.${random.pick(NAMES)}`).join('');
  return `{% ${random.pick(roots)}${names} %}`;
}

function output(random: SeededRandom, roots: readonly string[]): unknown {
  const name = random.pick(NAMES);
  return random.pick([
    '{% $states.input %}',
    `{% $merge([$states.input, { '${name}': ${roots.at(-1)} }]) %}`,
    `{% $merge([$states.input, { '${name}': { 'a': 1 } }]) %}`,
    reference(random, roots),
    { [name]: reference(random, roots), b: 1 },
  ]);
}

function jsonataState(random: SeededRandom, next: Next, inner: Inner): Fields {
  const way = (): Fields => (next === 'none' ? {} : { Next: next() });
  const input = ['$states.input'];
  const after = ['$states.input', '$states.result'];
  const done = (): Fields => ({
    ...maybe(random, 2, () => ({ Output: output(random, after) })),
    ...maybe(random, 4, () => ({ Assign: { v: reference(random, after), w: { a: 1 } } })),
    ...caught(random, next, () => ({ Output: output(random, ['$states.input', '$states.errorOutput']) })),
  });
  switch (random.below(inner ? 7 : 5)) {
    case 0:
    case 1:
      return { Type: 'Pass', ...maybe(random, 2, () => ({ Output: output(random, input) })), ...way() };
    case 2:
    case 3:
      return {
        Type: 'Task',
        Resource: random.pick(RESOURCES),
        Arguments: { a: reference(random, ['$states.input', '$v', '$w', '$states.context.Map.Item.Value']) },
        ...done(),
        ...way(),
      };
    case 4: {
      if (next === 'none') return { Type: 'Succeed' };
      const of = reference(random, input).slice(3, -3);
      const Condition = random.pick([
        `{% ${of} = 'x' %}`,
        `{% $exists(${of}) %}`,
        `{% $not($exists(${of})) %}`,
      ]);
      const rule = {
        Condition,
        Next: next(),
        ...maybe(random, 3, () => ({ Output: output(random, input) })),
      };
      return { Type: 'Choice', Choices: [rule], Default: next() };
    }
    case 5:
      return { Type: 'Parallel', Branches: [inner?.('p'), inner?.('q')], ...done(), ...way() };
    default:
      return {
        Type: 'Map',
        ...maybe(random, 2, () => ({ Items: reference(random, input) })),
        ...maybe(random, 3, () => ({ ItemSelector: { a: 1, b: reference(random, input) } })),
        ItemProcessor: inner?.('m'),
        ...done(),
        ...way(),
      };
  }
}
