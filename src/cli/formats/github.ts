import type { Severity } from '../../rules/rule';
import type { FileReport } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Annotations that GitHub Actions shows beside the changed lines ("Workflow commands for GitHub Actions"). */
export function github(reports: readonly FileReport[]): string {
  return reports
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ rule, severity, message, range: { start, end } }) => {
        const place = `line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
        return `::${LEVELS[severity]} file=${property(path)},${place},title=${property(rule)}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
