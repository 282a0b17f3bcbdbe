/** Definitions of any size, mixed as real ones are: tasks with retry and catch, choices, maps, branches. */
import type { QueryLanguage } from '../../src/catalog/fieldTypes';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** A machine of exactly `size` states, nested ones counted, that AWS would take; 5,000 are about 1 MB of JSON. */
export function syntheticMachine(size: number, language: QueryLanguage): JsonObject {
  const writer = new Writer(language);
  // Every level but the last is a chain of blocks; the last two states end it.
  const states = writer.level('', size - 2, 'Done');
  states.Done = { Type: 'Succeed' };
  states.Failed = { Type: 'Fail', Error: 'Orders.Failed', Cause: 'A step of the order pipeline failed.' };
  return {
    Comment: `An order pipeline of ${size} states`,
    ...(language === 'JSONata' ? { QueryLanguage: 'JSONata' } : {}),
    StartAt: Object.keys(states)[0],
    TimeoutSeconds: 86400,
    States: states,
  };
}

class Writer {
  readonly #jsonata: boolean;
  #count = 0;

  constructor(language: QueryLanguage) {
    this.#jsonata = language === 'JSONata';
  }

  /** `size` states one behind the other, of which the last goes to `next`, or ends where there is none. */
  level(prefix: string, size: number, next?: string): JsonObject {
    const kinds: string[] = [];
    for (let left = size; left > 0;) {
      const kind = KINDS.find(
        ([, needs], index) => (kinds.length + index) % KINDS.length === 0 && needs <= left,
      );
      const [name, needs] = kind ?? ['pass', 1];
      kinds.push(name);
      left -= needs;
    }
    const names = kinds.map((kind) => `${prefix}${TITLES[kind]} ${++this.#count}`);
    const states: JsonObject = {};
    kinds.forEach((kind, index) => {
      states[names[index]] = this.#state(kind, names[index], names[index + 1] ?? next, next !== undefined);
    });
    return states;
  }

  #state(kind: string, name: string, next: string | undefined, caught: boolean): JsonObject {
    const way: JsonObject = next === undefined ? { End: true } : { Next: next };
    switch (kind) {
      case 'lambda':
        return {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          ...this.#call({ FunctionName: 'orders-load', 'Payload.$': '$' }),
          ...this.#kept('loaded'),
          Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], ...BACKOFF }],
          ...(caught ? { Catch: [this.#catcher()] } : {}),
          ...way,
        };
      case 'glue':
        return {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun.sync',
          ...this.#call({ JobName: 'orders', Arguments: { '--day.$': '$.day' } }),
          ...this.#kept('job'),
          ...way,
        };
      case 'choice':
        return {
          Type: 'Choice',
          Choices: next === undefined ? [] : [this.#choice(next)],
          Default: next ?? name,
        };
      case 'wait':
        return { Type: 'Wait', Seconds: 30, ...way };
      case 'map':
        return {
          Type: 'Map',
          ...(this.#jsonata ? { Items: '{% $states.input.orders %}' } : { ItemsPath: '$.orders' }),
          MaxConcurrency: 10,
          ItemProcessor: this.#inner(`${name}: `, 2),
          ...this.#kept('each'),
          ...way,
        };
      case 'parallel':
        return {
          Type: 'Parallel',
          Branches: [this.#inner(`${name} a: `, 1), this.#inner(`${name} b: `, 1)],
          ...this.#kept('both'),
          ...way,
        };
      default:
        return {
          Type: 'Pass',
          ...(this.#jsonata
            ? { Output: "{% $merge([$states.input, { 'total': $sum($states.input.sums) }]) %}" }
            : {
                Parameters: { 'day.$': '$.day', 'key.$': "States.Format('{}/{}', $.bucket, $.day)" },
                ResultPath: '$.shape',
              }),
          ...way,
        };
    }
  }

  #inner(prefix: string, size: number): JsonObject {
    const states = this.level(prefix, size);
    return { StartAt: Object.keys(states)[0], States: states };
  }

  #call(parameters: JsonObject): JsonObject {
    if (!this.#jsonata) return { Parameters: parameters };
    return { Arguments: asJsonata(parameters) as JsonObject };
  }

  /** The input goes on with the result in it. */
  #kept(name: string): JsonObject {
    if (!this.#jsonata) return { ResultPath: `$.${name}` };
    return { Output: `{% $merge([$states.input, { '${name}': $states.result }]) %}` };
  }

  #catcher(): JsonObject {
    const catcher = { ErrorEquals: ['States.ALL'], Next: 'Failed' };
    return this.#jsonata
      ? { ...catcher, Output: '{% $states.errorOutput %}' }
      : { ...catcher, ResultPath: '$.error' };
  }

  #choice(next: string): JsonObject {
    if (this.#jsonata) return { Condition: '{% $states.input.done %}', Next: next };
    return { Variable: '$.job.JobRunState', StringEquals: 'SUCCEEDED', Next: next };
  }
}

/** What a level is made of, in turn, with the number of states that each takes. */
const KINDS: readonly (readonly [kind: string, states: number])[] = [
  ['lambda', 1],
  ['choice', 1],
  ['glue', 1],
  ['pass', 1],
  ['lambda', 1],
  ['choice', 1],
  ['wait', 1],
  ['glue', 1],
  ['map', 3],
  ['lambda', 1],
  ['choice', 1],
  ['pass', 1],
  ['glue', 1],
  ['parallel', 3],
];

const TITLES: Readonly<Record<string, string>> = {
  lambda: 'Load',
  choice: 'Decide',
  pass: 'Shape',
  glue: 'Transform',
  wait: 'Wait',
  map: 'Each',
  parallel: 'Both',
};

const BACKOFF: JsonObject = {
  IntervalSeconds: 2,
  MaxAttempts: 3,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

function asJsonata(value: Json): Json {
  if (Array.isArray(value)) return value.map(asJsonata);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), String(item).replace(/^\$(.*)$/, '{% $$states.input$1 %}')]
        : [key, asJsonata(item)],
    ),
  );
}
