import { ERRORS_OF_STEP_FUNCTIONS } from './errorNamesOfStepFunctions';
import { ERRORS_OF_SERVICES } from './errorNamesOfServices';

/** Whether an entry of Catch or Retry can answer to an error: always, only when named in full, or not at all. */
export type Catchable = 'always' | 'byName' | 'never';

/** An error name that "ErrorEquals" may list. */
export interface ErrorName {
  readonly name: string;
  /** When the error is reported, in one sentence. */
  readonly meaning: string;
  readonly catchable: Catchable;
  /** True where trying again later may help. */
  readonly transient?: boolean;
  readonly note?: string;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
}

/** All error names that we know, those of Step Functions first. */
export const ERROR_NAMES: ReadonlyMap<string, ErrorName> = new Map(
  [...ERRORS_OF_STEP_FUNCTIONS, ...ERRORS_OF_SERVICES].map((error) => [error.name, error]),
);

const STATUS_CODE = /^States\.Http\.StatusCode\.([1-5]\d\d)$/;

/** The facts about an error name, HTTP status codes included. */
export function errorName(name: string): ErrorName | undefined {
  const status = STATUS_CODE.exec(name)?.[1];
  if (status === undefined) return ERROR_NAMES.get(name);
  return {
    name,
    meaning: `The API that an HTTP task called answered with status ${status}.`,
    catchable: 'always',
    transient: status === '429' || status.startsWith('5'),
    source: 'Call HTTPS APIs in Step Functions workflows',
  };
}
