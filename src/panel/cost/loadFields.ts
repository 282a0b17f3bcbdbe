import { counted, duration } from '../money';
import { runsPerMonth, type LoadForm } from './loadForm';

/** A number of the load that a slider and a field set. */
export interface LoadField {
  readonly key: NumericKey;
  readonly label: string;
  readonly unit?: string;
  readonly least: number;
  readonly most: number;
  /** A slider over several powers of ten moves by factors. */
  readonly logarithmic: boolean;
  /** The same in other words, beside the label. */
  hint?(load: LoadForm): string;
}

type NumericKey = {
  [Key in keyof LoadForm]: LoadForm[Key] extends number ? Key : never;
}[keyof LoadForm];

export const loadFields: readonly LoadField[] = [
  {
    ...{ key: 'runsPerDay', label: 'Runs a day', least: 0.1, most: 1_000_000, logarithmic: true },
    hint: (load) => `${counted(runsPerMonth(load))} a month`,
  },
  { key: 'steps', label: 'Steps in a run', least: 1, most: 200, logarithmic: true },
  {
    ...{ key: 'runSeconds', label: 'A run takes', unit: 's', least: 0.1, most: 604_800, logarithmic: true },
    hint: ({ runSeconds }) => (runSeconds >= 120 ? duration(runSeconds) : ''),
  },
  {
    ...{ key: 'kibPerStep', label: 'Data for each step', unit: 'KiB', least: 1, most: 6144 },
    logarithmic: true,
  },
  {
    ...{ key: 'itemsPerRun', label: 'Items in a run', least: 1, most: 1_000_000, logarithmic: true },
    hint: ({ itemsPerRun }) => (itemsPerRun > 1 ? 'each through all steps' : ''),
  },
  { key: 'retriesPerRun', label: 'Retries in a run', least: 0, most: 20, logarithmic: false },
  {
    ...{ key: 'memoryMb', label: 'Memory of functions', unit: 'MB', least: 128, most: 10_240 },
    logarithmic: true,
  },
  {
    ...{ key: 'regionFactor', label: 'Region factor', least: 0.8, most: 2, logarithmic: false },
    hint: ({ regionFactor }) => (regionFactor === 1 ? 'us-east-1' : ''),
  },
];

const steps = 1000;

/** Where a value stands on a slider from 0 to 1000. */
export function toSlider({ least, most, logarithmic }: LoadField, value: number): number {
  const share = logarithmic
    ? Math.log(value / least) / Math.log(most / least)
    : (value - least) / (most - least);
  return Math.round(Math.min(1, Math.max(0, share)) * steps);
}

/** The value of a place on a slider, with as many digits as anybody would type. */
export function fromSlider({ least, most, logarithmic }: LoadField, place: number): number {
  const share = place / steps;
  const value = logarithmic ? least * (most / least) ** share : least + share * (most - least);
  if (!logarithmic) return most - least > 5 ? Math.round(value) : Math.round(value * 100) / 100;
  const rounded = Number(value.toPrecision(2));
  return least >= 1 ? Math.round(rounded) : rounded;
}
