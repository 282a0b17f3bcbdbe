/** Where in a tab to go; a new object each time, so that the same place can be shown twice. */
export interface Target {
  readonly anchor: string;
}
