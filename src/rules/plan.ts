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

export const NO_RULES: readonly PlannedRule[] = [];

/** The rules that look at one kind of part of a machine, by what part it is. */
class PartPlan<Kind> {
  readonly #all: readonly PlannedRule[];
  readonly #of = new Map<Kind, readonly PlannedRule[]>();

  constructor(all: readonly PlannedRule[]) {
    this.#all = all;
  }

  /** The rules that such a part concerns, in the order of the registry. */
  of(kind: Kind): readonly PlannedRule[] {
    return this.#of.get(kind) ?? this.#find(kind);
  }

  // On its own: a function that holds a closure takes memory at each call, and each field of a machine asks.
  #find(kind: Kind): readonly PlannedRule[] {
    const concerned = this.#all.filter(({ side }) => side.only?.(kind as never) ?? true);
    this.#of.set(kind, concerned);
    return concerned;
  }
}

/** What looks at each kind of subject. */
export class RulePlan {
  readonly state: PartPlan<KindOfPart['state']>;
  readonly owner: PartPlan<KindOfPart['owner']>;
  readonly field: PartPlan<KindOfPart['field']>;
  readonly task: PartPlan<KindOfPart['task']>;
  readonly #of = new Map<keyof Subjects, PlannedRule[]>();

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
    this.state = new PartPlan(this.of('state'));
    this.owner = new PartPlan(this.of('owner'));
    this.field = new PartPlan(this.of('field'));
    this.task = new PartPlan(this.of('task'));
  }

  /** The rules that look at such a subject, in the order of the registry. */
  of(subject: keyof Subjects): readonly PlannedRule[] {
    return this.#of.get(subject) ?? NO_RULES;
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
