import type { MachineType } from '../model/stateMachine';
import type { Rule, Severity } from './rule';

export type RuleSetting = Severity | 'off' | 'on';

/** What a workspace says about rules: the editor's settings and the project file speak the same. */
export interface RuleConfig {
  /** By rule id, or by family as `asl/*`; the longer name wins. `on` is the rule's own severity. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What a stand-alone definition is judged as. */
  readonly machineType: MachineType;
  /** Globs of files that are left alone. */
  readonly ignore: readonly string[];
}

export const DEFAULT_CONFIG: RuleConfig = { rules: {}, machineType: 'STANDARD', ignore: [] };

/** Names of the project file, in the order in which they are looked for in a folder. */
export const CONFIG_FILES = [
  'orchestration-lens.json',
  'orchestration-lens.yaml',
  'orchestration-lens.yml',
] as const;

const SETTINGS: ReadonlySet<unknown> = new Set<RuleSetting>([
  'error',
  'warning',
  'info',
  'hint',
  'off',
  'on',
]);

/** The severity of a rule's findings here, or `off`. */
export function severityOf(
  rule: Pick<Rule, 'id' | 'severity' | 'off'>,
  { rules }: Pick<RuleConfig, 'rules'>,
): Severity | 'off' {
  const family = `${rule.id.slice(0, rule.id.indexOf('/'))}/*`;
  const setting = rules[rule.id] ?? rules[family] ?? rules['*'];
  if (setting === undefined) return rule.off ? 'off' : rule.severity;
  return setting === 'on' ? rule.severity : setting;
}

/** Reads a project file's value; `problems` name what it says that nobody understands. */
export function readConfig(
  value: unknown,
  ruleIds: ReadonlySet<string>,
): { config: RuleConfig; problems: string[] } {
  const problems: string[] = [];
  if (value === null || value === undefined) return { config: DEFAULT_CONFIG, problems };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      config: DEFAULT_CONFIG,
      problems: ['The file is not an object with "rules", "machineType" and "ignore".'],
    };
  }
  const rules: Record<string, RuleSetting> = {};
  let { machineType, ignore } = DEFAULT_CONFIG;
  for (const [key, entry] of Object.entries(value)) {
    if (key === '$schema') continue;
    if (key === 'rules' && typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
      for (const [id, setting] of Object.entries(entry as Record<string, unknown>)) {
        if (!id.endsWith('*') && !ruleIds.has(id)) problems.push(`"${id}" is not a rule.`);
        else if (!SETTINGS.has(setting))
          problems.push(
            `"${String(setting)}" is not a severity of "${id}": use error, warning, info, hint, off or on.`,
          );
        else rules[id] = setting as RuleSetting;
      }
    } else if (key === 'machineType' && (entry === 'STANDARD' || entry === 'EXPRESS')) {
      machineType = entry;
    } else if (key === 'ignore' && Array.isArray(entry) && entry.every((glob) => typeof glob === 'string')) {
      ignore = entry as string[];
    } else {
      problems.push(`"${key}" is not a setting of this file, or its value is of another kind.`);
    }
  }
  return { config: { rules, machineType, ignore }, problems };
}
