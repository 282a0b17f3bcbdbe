import type { FileReport } from '../report';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

export interface FormatOptions {
  readonly color: boolean;
}

/** Turns what was found into what is printed. */
export type Formatter = (reports: readonly FileReport[], options: FormatOptions) => string;

export const FORMATS = { text, json, sarif, github } as const satisfies Record<string, Formatter>;
export type FormatName = keyof typeof FORMATS;
