import type { PickOption, PickQuestion } from '../../protocol/pick';

export type Facts = Readonly<Record<string, unknown>>;

/** What is known before a question. */
export interface Known {
  readonly answers: Facts;
  /** Questions that are done with: nobody knows, or a list was ticked. */
  readonly skipped: readonly string[];
}

/** What has been said so far, the latest last; each step back is the trail one shorter. */
export interface Trail {
  /** The file that the first facts come from. */
  readonly from?: string;
  readonly steps: readonly Known[];
}

/** A trail before its first question. */
export function beginning(
  answers: Facts = {},
  { from, skipped = [] }: { readonly from?: string; readonly skipped?: readonly string[] } = {},
): Trail {
  return { ...(from !== undefined && { from }), steps: [{ answers, skipped }] };
}

export function latest({ steps }: Trail): Known {
  return steps[steps.length - 1] ?? { answers: {}, skipped: [] };
}

/** The trail after an answer; without options nobody knows. */
export function extend(trail: Trail, question: PickQuestion, options: readonly PickOption[]): Trail {
  const { answers, skipped } = latest(trail);
  const done = question.kind === 'several' || options.length === 0;
  return {
    ...trail,
    steps: [
      ...trail.steps,
      {
        answers: question.kind === 'several' ? tick(answers, question, options) : choice(answers, options),
        skipped: done ? [...skipped, question.id] : skipped,
      },
    ],
  };
}

/** The trail before the latest answer. */
export function shorten({ from, steps }: Trail): Trail {
  return { from, steps: steps.length > 1 ? steps.slice(0, -1) : steps };
}

/** True where the facts hold all that an option states. */
export function holds(answers: Facts, option: PickOption): boolean {
  return Object.entries(option.answers).every(([key, value]) => {
    const known = answers[key];
    if (!Array.isArray(value)) return known === value;
    return Array.isArray(known) && value.every((item) => (known as unknown[]).includes(item));
  });
}

function choice(answers: Facts, options: readonly PickOption[]): Facts {
  return Object.assign({}, answers, ...options.map((option) => option.answers)) as Facts;
}

/** What was offered and is not ticked is taken away; what was not offered stays. */
function tick(answers: Facts, question: PickQuestion, ticked: readonly PickOption[]): Facts {
  const result: Record<string, unknown> = { ...answers };
  const offered = listed(question.options);
  for (const [key, values] of Object.entries(offered)) {
    const known = answers[key];
    const kept = Array.isArray(known) ? (known as unknown[]).filter((value) => !values.includes(value)) : [];
    const all = [...kept, ...(listed(ticked)[key] ?? [])];
    if (all.length > 0) result[key] = all;
    else delete result[key];
  }
  return result;
}

function listed(options: readonly PickOption[]): Readonly<Record<string, readonly unknown[]>> {
  const lists: Record<string, unknown[]> = {};
  for (const { answers } of options) {
    for (const [key, value] of Object.entries(answers))
      lists[key] = [...(lists[key] ?? []), ...(Array.isArray(value) ? (value as unknown[]) : [value])];
  }
  return lists;
}
