import type { Answers } from '../../advisor/decide/answers';

/** The load that all costs are computed for. */
export interface LoadForm {
  readonly runsPerDay: number;
  readonly steps: number;
  /** From start to end. */
  readonly runSeconds: number;
  readonly kibPerStep: number;
  readonly itemsPerRun: number;
  readonly retriesPerRun: number;
  readonly memoryMb: number;
  readonly environmentClass: string;
  readonly regionFactor: number;
  /** Whether the monthly free quantities are taken off. */
  readonly freeTier: boolean;
}

const usual: LoadForm = {
  runsPerDay: 100,
  steps: 5,
  runSeconds: 120,
  kibPerStep: 16,
  itemsPerRun: 1,
  retriesPerRun: 0,
  memoryMb: 512,
  environmentClass: 'mw1.small',
  regionFactor: 1,
  freeTier: true,
};

const daysPerMonth = 365 / 12;

/** Whole runs in an average month. */
export const runsPerMonth = ({ runsPerDay }: LoadForm): number =>
  Math.max(1, Math.round(runsPerDay * daysPerMonth));

/** What the reader set, else what the answers of the decision say, else a usual load. */
export function loadFor(set: Partial<LoadForm>, answers: Answers): LoadForm {
  return { ...usual, ...stated(answers), ...set };
}

function stated(answers: Answers): Partial<LoadForm> {
  const { stepCount, runsPerMonth: runs, fanOutItems, payloadKiB, longestStepSeconds } = answers;
  const seconds = answers.runDurationSeconds ?? (longestStepSeconds && longestStepSeconds * (stepCount ?? 1));
  return {
    ...(stepCount !== undefined && { steps: stepCount }),
    ...(runs !== undefined && { runsPerDay: Math.round((runs / daysPerMonth) * 10) / 10 }),
    ...(fanOutItems !== undefined && { itemsPerRun: Math.max(1, fanOutItems) }),
    ...(payloadKiB !== undefined && { kibPerStep: payloadKiB }),
    ...(seconds !== undefined && { runSeconds: seconds }),
  };
}

/** The load in the words of the decision, to ask which services can carry it. */
export const asAnswers = (load: LoadForm): Answers => ({
  stepCount: load.steps,
  runsPerMonth: runsPerMonth(load),
  runDurationSeconds: load.runSeconds,
  longestStepSeconds: load.runSeconds / load.steps,
  fanOutItems: load.itemsPerRun,
  payloadKiB: load.kibPerStep,
});
