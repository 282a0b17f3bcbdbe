/** One case of a corpus and what the product made of it. */
export interface CaseResult {
  readonly suite: string;
  readonly id: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly agree: boolean;
  /** Who says so: `aws`, `aws-rule`, `presumed` …; rows of the printed table. */
  readonly label?: string;
  readonly rule?: string;
  /** A second question about the same case, counted apart: is the finding where AWS puts it? */
  readonly placed?: boolean;
}

/** Knows one kind of corpus by what is in its folder. */
export interface Suite {
  recognises(folder: string): boolean;
  run(folder: string): Promise<CaseResult[]>;
}
