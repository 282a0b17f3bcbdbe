import { severityOf, type RuleConfig } from './config';
import type { Rule, RuleSide, Severity } from './rule';
import type { KindOfPart, Subjects } from './subjects';

/** A rule that is on, the side of it that looks at a subject, and how bad its findings are here. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly side: RuleSide;
  readonly severity: Severity;
  /** The place of the rule among all. */
  readonly order: number;
}

const NO_RULES: readonly PlannedRule[] = [];

/** What looks at each kind of subject. */
export class RulePlan {
  readonly #of = new Map<keyof Subjects, PlannedRule[]>();
  readonly #ofKind = new Map<keyof KindOfPart, Map<unknown, readonly PlannedRule[]>>();

  constructor(rules: readonly Rule[], config: RuleConfig) {
    for (const [order, rule] of rules.entries()) {
      const severity = severityOf(rule, config);
      if (severity === 'off') continue;
      for (const side of [rule, ...(rule.sides ?? [])]) {
        const planned = this.#of.get(side.subject);
        if (planned) planned.push({ rule, side, severity, order });
        else this.#of.set(side.subject, [{ rule, side, severity, order }]);
      }
    }
  }

  /** The rules that look at such a subject, in the order of the registry. */
  of(subject: keyof Subjects): readonly PlannedRule[] {
    return this.#of.get(subject) ?? NO_RULES;
  }

  /** Those of them that such a part concerns. */
  ofKind<S extends keyof KindOfPart>(subject: S, kind: KindOfPart[S]): readonly PlannedRule[] {
    let kinds = this.#ofKind.get(subject);
    if (!kinds) this.#ofKind.set(subject, (kinds = new Map()));
    let planned = kinds.get(kind);
    if (!planned) {
      planned = this.of(subject).filter(({ side }) => (side as RuleSide<S>).only?.(kind as never) ?? true);
      kinds.set(kind, planned);
    }
    return planned;
  }
}

const PLANS = new WeakMap<RuleConfig, WeakMap<readonly Rule[], RulePlan>>();

/** The rules that a configuration leaves on; every keystroke asks for the same. */
export function rulePlan(rules: readonly Rule[], config: RuleConfig): RulePlan {
  let plans = PLANS.get(config);
  if (!plans) PLANS.set(config, (plans = new WeakMap()));
  let plan = plans.get(rules);
  if (!plan) plans.set(rules, (plan = new RulePlan(rules, config)));
  return plan;
}
