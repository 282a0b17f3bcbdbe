import { version } from '../../../package.json';
import { rulePage } from '../../rules/page';
import { rules } from '../../rules/registry.generated';
import type { Severity } from '../../rules/rule';
import type { FileReport } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, with the rules that were found and their pages. */
export function sarif(reports: readonly FileReport[]): string {
  const found = new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)));
  const listed = rules.filter(({ id }) => found.has(id));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Orchestration Lens',
            version,
            rules: listed.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.summary },
              fullDescription: { text: rule.why },
              help: { text: rule.why, markdown: rulePage(rule) },
              helpUri: rule.reference,
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap(({ path, diagnostics }) =>
          diagnostics.map(({ rule, severity, message, range: { start, end } }) => ({
            ruleId: rule,
            ruleIndex: listed.findIndex(({ id }) => id === rule),
            level: LEVELS[severity],
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
                  region: {
                    startLine: start.line + 1,
                    startColumn: start.character + 1,
                    endLine: end.line + 1,
                    endColumn: end.character + 1,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
