import type { Answers } from './answers';
import { questions, type Question } from './question';

/** What is known of a workload in a few words each, in the words of the questions. */
export function describe(answers: Answers): readonly string[] {
  const { trigger, source, timezone, stepCount, fanOutItems = 0 } = answers;
  return [
    ...chosen('services', answers.services ?? []),
    ...(trigger ? [startOf(trigger, source)] : []),
    ...(timezone === undefined ? [] : [timezone]),
    ...(stepCount === undefined ? [] : [`${stepCount} ${stepCount === 1 ? 'step' : 'steps'}`]),
    ...(answers.humanApproval ? ['A person decides'] : []),
    ...(fanOutItems > 0 ? [`About ${fanOutItems.toLocaleString('en-US')} items a run`] : []),
    ...(answers.existingAirflow ? ['Airflow is in use'] : []),
    ...chosen('needs', answers.needs ?? []),
  ];
}

function optionsOf(id: Question['id']): Question['options'] {
  return questions.find((question) => question.id === id)?.options ?? [];
}

function chosen(id: 'services' | 'needs', values: readonly string[]): string[] {
  return optionsOf(id)
    .filter(({ answers }) => answers[id]?.some((value) => values.includes(value)))
    .map(({ label }) => label);
}

function startOf(trigger: string, source: string | undefined): string {
  const options = optionsOf('trigger').filter(({ answers }) => answers.trigger === trigger);
  const named = options.find(({ answers }) => answers.source === source);
  return named?.label ?? (trigger === 'event' ? 'An event' : 'A stream or queue');
}
