import type { Severity } from '../rules/rule';
import type { Diagnostic } from '../rules/run';

/** What was found in one file, with lines and characters counted from 0, as LSP does. */
export interface FileReport {
  readonly path: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface ReportedDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Translates offsets to lines and characters. */
export function fileReport(path: string, text: string, diagnostics: readonly Diagnostic[]): FileReport {
  if (diagnostics.length === 0) return { path, diagnostics: [] };
  const position = positions(text);
  return {
    path,
    diagnostics: diagnostics.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      range: { start: position(span.start), end: position(span.end) },
    })),
  };
}

function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low] };
  };
}
