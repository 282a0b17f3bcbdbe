/** What is wrong in a string; `[start, end)` are offsets in that string. */
export interface ExpressionProblem {
  readonly start: number;
  readonly end: number;
  /** One sentence about the text, in the voice of a finding. */
  readonly message: string;
  /** What to write in place of `[start, end)`, where one text is plainly meant. */
  readonly suggestion?: string;
}
