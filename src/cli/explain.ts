import { nearest } from '../expressions/nearest';
import { rulePage } from '../rules/page';
import { rules } from '../rules/registry.generated';
import { UsageError } from './usage';

/** Prints the page of a rule; without a name, all rules in a line each. */
export function explain([id, ...more]: readonly string[]): number {
  if (more.length > 0) throw new UsageError('"explain" takes one rule.');
  if (id === undefined) {
    for (const { id: name, severity, summary } of rules) {
      process.stdout.write(`${name.padEnd(36)} ${severity.padEnd(8)} ${summary}\n`);
    }
    return 0;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const near = nearest(
      id,
      rules.map((candidate) => candidate.id),
    );
    throw new UsageError(`"${id}" is not a rule.${near ? ` Did you mean "${near}"?` : ''}`);
  }
  process.stdout.write(rulePage(rule));
  return 0;
}
