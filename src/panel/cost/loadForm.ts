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
