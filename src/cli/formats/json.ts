import type { FileReport } from '../report';

/** Version 1 of the JSON format; every checked file is listed that has findings. */
export function json(reports: readonly FileReport[]): string {
  const files = reports.filter(({ diagnostics }) => diagnostics.length > 0);
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}
