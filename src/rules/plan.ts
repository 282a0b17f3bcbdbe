import { severityOf, type RuleConfig } from './config';
import type { Rule, RuleSide, Severity } from './rule';
import type { Subjects } from './subjects';

/** A rule that is on, the side of it that looks at a subject, and how bad its findings are here. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly side: RuleSide;
  readonly severity: Severity;
}

/** What looks at each kind of subject. */
export type RulePlan = ReadonlyMap<keyof Subjects, readonly PlannedRule[]>;

const PLANS = new WeakMap<RuleConfig, WeakMap<readonly Rule[], RulePlan>>();

/** The rules that a configuration leaves on; every keystroke asks for the same. */
export function rulePlan(rules: readonly Rule[], config: RuleConfig): RulePlan {
  let plans = PLANS.get(config);
  if (!plans) PLANS.set(config, (plans = new WeakMap()));
  let plan = plans.get(rules);
  if (!plan) plans.set(rules, (plan = makePlan(rules, config)));
  return plan;
}

function makePlan(rules: readonly Rule[], config: RuleConfig): RulePlan {
  const plan = new Map<keyof Subjects, PlannedRule[]>();
  for (const rule of rules) {
    const severity = severityOf(rule, config);
    if (severity === 'off') continue;
    for (const side of [rule, ...(rule.sides ?? [])]) {
      const planned = plan.get(side.subject);
      if (planned) planned.push({ rule, side, severity });
      else plan.set(side.subject, [{ rule, side, severity }]);
    }
  }
  return plan;
}
