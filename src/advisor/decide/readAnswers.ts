import {
  eventSources,
  needs,
  streamSources,
  teams,
  touchedServices,
  triggers,
  type Answers,
} from './answers';

type Check = (value: unknown) => string | undefined;

const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : `one of ${values.join(', ')}`;
const listOf =
  (values: readonly string[]): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => oneOf(values)(item) === undefined)
      ? undefined
      : `a list of ${values.join(', ')}`;
const atLeast =
  (floor: number, exclusive = false): Check =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) && (exclusive ? value > floor : value >= floor)
      ? undefined
      : `a number ${exclusive ? 'above' : 'of at least'} ${floor}`;
const truth: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a time zone name');

const checks: Readonly<Record<keyof Answers, Check>> = {
  trigger: oneOf(triggers),
  source: oneOf([...eventSources, ...streamSources]),
  timezone: text,
  stepCount: atLeast(1),
  services: listOf(touchedServices),
  runsPerMonth: atLeast(0, true),
  longestStepSeconds: atLeast(0, true),
  runDurationSeconds: atLeast(0, true),
  humanApproval: truth,
  fanOutItems: atLeast(0),
  payloadKiB: atLeast(0),
  team: oneOf(teams),
  existingAirflow: truth,
  needs: listOf(needs),
};

/** Takes from any JSON value what are answers, and says in a sentence each what is not. */
export function readAnswers(value: unknown): {
  readonly answers: Answers;
  readonly problems: readonly string[];
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { answers: {}, problems: ['The answers are not one JSON object.'] };
  }
  const known: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, answer] of Object.entries(value)) {
    const check = (checks as Readonly<Record<string, Check | undefined>>)[key];
    const expected = check ? check(answer) : undefined;
    if (!check) problems.push(`"${key}" is not a fact that the recommendation uses.`);
    else if (expected) problems.push(`"${key}" is not ${expected}.`);
    else known[key] = answer;
  }
  return { answers: known, problems };
}
