import type { PathKind, OwnerLayout } from '../model/ownerLayout';
import type { ResourceArn } from '../expressions/resourceArn';
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

/** What looks at objects of one layout, in the order of the registry. */
export interface LayoutPlan {
  /** At the state whose own object it is. */
  readonly state: readonly PlannedRule[];
  readonly owner: readonly PlannedRule[];
  /** At those of its fields that concern some rule. */
  readonly fields: readonly { readonly index: number; readonly rules: readonly PlannedRule[] }[];
}

/** What looks at each kind of subject. */
export class RulePlan {
  /** What looks at a state without a known type. */
  readonly ofUntyped: readonly PlannedRule[];
  readonly ofPath: Readonly<Record<PathKind, readonly PlannedRule[]>>;
  readonly #of = new Map<keyof Subjects, PlannedRule[]>();
  readonly #layouts = new WeakMap<OwnerLayout, LayoutPlan>();
  readonly #tasks = new WeakMap<ResourceArn, readonly PlannedRule[]>();

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
    this.ofUntyped = this.#concerned('state', undefined);
    this.ofPath = {
      path: this.#concerned('path', 'path'),
      referencePath: this.#concerned('path', 'referencePath'),
      pathOrIntrinsic: this.#concerned('path', 'pathOrIntrinsic'),
    };
  }

  /** The rules that look at such a subject, in the order of the registry. */
  of(subject: keyof Subjects): readonly PlannedRule[] {
    return this.#of.get(subject) ?? NO_RULES;
  }

  ofLayout(layout: OwnerLayout): LayoutPlan {
    return this.#layouts.get(layout) ?? this.#planLayout(layout);
  }

  /** The rules that what a Task calls concerns. */
  ofTask(arn: ResourceArn): readonly PlannedRule[] {
    return this.#tasks.get(arn) ?? this.#planTask(arn);
  }

  // Apart from what is asked thousands of times: a function that holds a closure takes memory at each call.
  #planLayout(layout: OwnerLayout): LayoutPlan {
    const plan: LayoutPlan = {
      state: this.#concerned('state', layout),
      owner: this.#concerned('owner', layout),
      fields: layout.fields.flatMap((field, index) => {
        const rules = field ? this.#concerned('field', { field, layout }) : NO_RULES;
        return rules.length > 0 ? [{ index, rules }] : [];
      }),
    };
    this.#layouts.set(layout, plan);
    return plan;
  }

  #planTask(arn: ResourceArn): readonly PlannedRule[] {
    const rules = this.#concerned('task', arn);
    this.#tasks.set(arn, rules);
    return rules;
  }

  #concerned<S extends keyof KindOfPart>(subject: S, kind: KindOfPart[S]): readonly PlannedRule[] {
    return this.of(subject).filter(({ side }) => side.only?.(kind as never) ?? true);
  }
}

const NO_RULES: readonly PlannedRule[] = [];

const PLANS = new WeakMap<RuleConfig, WeakMap<readonly Rule[], RulePlan>>();

/** The rules that a configuration leaves on; every keystroke asks for the same. */
export function rulePlan(rules: readonly Rule[], config: RuleConfig): RulePlan {
  let plans = PLANS.get(config);
  if (!plans) PLANS.set(config, (plans = new WeakMap()));
  let plan = plans.get(rules);
  if (!plan) plans.set(rules, (plan = new RulePlan(rules, config)));
  return plan;
}
