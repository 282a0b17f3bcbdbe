import type { Span } from '../syntax/tree';

/** A file that names Python packages to be installed, line by line. */
export interface Requirements {
  readonly packages: readonly RequiredPackage[];
  /** True where a line holds all packages to known versions: `--constraint`, `-c`. */
  readonly isConstrained: boolean;
  /** True where packages come from files that are brought along: `--find-links`, `--no-index`. */
  readonly isBundled: boolean;
  /** True for the packages of an Airflow environment, as far as the file itself says so. */
  readonly isOfAirflow: boolean;
}

export interface RequiredPackage {
  /** Without its extras: `apache-airflow-providers-snowflake`. */
  readonly name: string;
  readonly span: Span;
  /** True for one version, a file or an address. */
  readonly isPinned: boolean;
}

const PACKAGE = /^([A-Za-z\d][\w.-]*)\s*(?:\[[^\]]*\])?\s*([^;#]*)/;

/** Reads `requirements.txt`; lines that cannot be read are passed over. */
export function readRequirements(text: string): Requirements {
  const packages: RequiredPackage[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const found = PACKAGE.exec(line.trim());
    if (found) {
      const [, name, version] = found;
      const from = start + indent;
      packages.push({
        name,
        span: { start: from, end: from + name.length },
        isPinned: /^(?:===?\s*[^*]+$|@)/.test(version.trim()) && !version.includes(','),
      });
    }
    start += line.length + 1;
  }
  return {
    packages,
    isConstrained: /^\s*(?:--constraint\b|-c[\s=])/m.test(text),
    isBundled: /^\s*(?:--find-links\b|-f[\s=]|--no-index\b)/m.test(text),
    isOfAirflow: /^\s*apache-airflow\b|airflow\/constraints-/m.test(text),
  };
}
