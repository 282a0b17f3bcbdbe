import { locate, type Located, type SourceFile } from '../model/locate';
import type { Template } from '../model/template';
import type { WorkspaceGraph } from '../model/workspace';
import type { Tree } from '../syntax/tree';
import { DEFAULT_CONFIG, type RuleConfig } from './config';
import type { StateMachine } from '../model/stateMachine';
import { rulePlan, type PlannedRule, type RulePlan } from './plan';
import { rules as allRules } from './registry.generated';
import type { Finding, Fix, MachineContext, Rule, RuleContext, Severity } from './rule';
import type { InTemplate, Subjects } from './subjects';
import { suppresses, suppressionsIn, type Suppression } from './suppress';

/** A finding with the rule that found it and the severity that holds here. */
export interface Diagnostic extends Omit<Finding, 'severity' | 'fixes'> {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

export interface RunOptions {
  readonly config?: RuleConfig;
  /** Told when a rule throws; the others' findings are not lost. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
  readonly rules?: readonly Rule[];
  /** The file's path or URI, as the workspace graph has it. */
  readonly path?: string;
  /** What the other files say. */
  readonly workspace?: WorkspaceGraph;
}

/** Reads a file and judges it by every rule that is on. Spans are offsets in `file.text`. */
export function lint(file: SourceFile, options: RunOptions = {}): Diagnostic[] {
  const config = options.config ?? DEFAULT_CONFIG;
  return judge(file.text, locate(file, config.machineType), { path: file.path, ...options });
}

/** Judges what was located in a text: sorted by place, one finding a place and rule. */
export function judge(text: string, located: Located, options: RunOptions = {}): Diagnostic[] {
  const run = new Run(options);
  const { tree, isDefinition, stateMachines, definitions } = located;
  run.check(
    'tree',
    tree && isDefinition ? [tree] : definitions.flatMap((definition) => definition.text ?? []),
  );
  // Behind a mistake of syntax nothing is where it was meant: its cascade helps nobody.
  const readable = (text: Tree): boolean => !text.problems.some(({ harmless }) => !harmless);
  const machines = stateMachines.filter((machine) => readable(machine.tree));
  run.check('stateMachine', machines);
  for (const machine of machines) run.checkParts(machine);
  if (located.template && readable(located.template.tree)) checkTemplate(run, located, located.template);
  else if (!located.template) {
    run.check(
      'eventPattern',
      located.eventPatterns.map((pattern) => ({ ...pattern, located })),
    );
  }
  run.check('code', located.code ? [located.code] : []);
  run.check('dag', located.dagFile ? [located.dagFile] : []);
  run.check('requirements', located.requirements ? [located.requirements] : []);
  run.check('mwaaWorkflow', located.workflow && readable(located.workflow.tree) ? [located.workflow] : []);
  run.check('unusedSuppressions', [run.suppress(suppressionsIn(text, located))]);
  return run.diagnostics;
}

/** Each part of a template is judged with the whole at hand. */
function checkTemplate(run: Run, located: Located, template: Template): void {
  const within = <T extends object>(part: T): InTemplate<T> => ({ ...part, template, located });
  run.check('template', [within({})]);
  run.check('eventPattern', located.eventPatterns.map(within));
  run.check('schedule', located.schedules.map(within));
  run.check('embeddedDefinition', located.definitions.map(within));
}

class Run {
  readonly #options: RunOptions;
  readonly #plan: RulePlan;
  readonly #context: RuleContext;
  readonly #found = new Map<string, Found>();

  constructor(options: RunOptions) {
    this.#options = options;
    this.#plan = rulePlan(options.rules ?? allRules, options.config ?? DEFAULT_CONFIG);
    this.#context = { path: options.path ?? '', workspace: options.workspace };
  }

  /** By place; what stands at one place in the order of the registry. */
  get diagnostics(): Diagnostic[] {
    return [...this.#found.values()]
      .sort(
        (a, b) =>
          a.diagnostic.span.start - b.diagnostic.span.start ||
          a.diagnostic.span.end - b.diagnostic.span.end ||
          a.order - b.order,
      )
      .map(({ diagnostic }) => diagnostic);
  }

  check<S extends keyof Subjects>(kind: S, subjects: readonly Subjects[S][]): void {
    if (subjects.length === 0) return;
    for (const planned of this.#plan.of(kind)) {
      for (const subject of subjects) this.#ask(planned, subject, this.#context);
    }
  }

  /** All that belongs to a state is shown to the rules that it concerns before the next state is looked at. */
  checkParts(machine: StateMachine): void {
    const plan = this.#plan;
    const context: MachineContext = { ...this.#context, machine };
    // Expressions are listed in the order of the objects that they stand in.
    const { paths, jsonata } = machine.expressions;
    const jsonataRules = plan.of('jsonata');
    let path = 0;
    let expression = 0;
    for (const owner of machine.owners) {
      const { state, node } = owner;
      const rules = plan.ofLayout(owner.layout);
      if (state?.node === node) {
        this.#askAll(rules.state, state, context);
        const { task } = state;
        if (task) this.#askAll(plan.ofTask(task.arn), task, context);
      }
      this.#askAll(rules.owner, owner, context);
      for (const { index, rules: ofField } of rules.fields)
        this.#askAll(ofField, owner.useAt(index), context);
      for (; path < paths.length && paths[path].place.owner === owner; path++)
        this.#askAll(plan.ofPath[paths[path].kind], paths[path], context);
      for (; expression < jsonata.length && jsonata[expression].place.owner === owner; expression++)
        this.#askAll(jsonataRules, jsonata[expression], context);
    }
    // A state without a known type has no fields.
    for (const state of machine.states) if (!state.type) this.#askAll(plan.ofUntyped, state, context);
  }

  #askAll(rules: readonly PlannedRule[], subject: unknown, context: RuleContext): void {
    for (let index = 0; index < rules.length; index++) this.#ask(rules[index], subject, context);
  }

  #ask({ rule, side, severity, order }: PlannedRule, subject: unknown, context: RuleContext): void {
    try {
      const findings = side.check(subject as never, context as MachineContext);
      if (!findings) return;
      for (const finding of findings) this.#add(rule, finding, severity, order);
    } catch (error) {
      this.#options.onRuleError?.(rule.id, error);
    }
  }

  /** Takes out what the file switches off; what is left over of `suppressions` found nothing. */
  suppress(suppressions: readonly Suppression[]): readonly Suppression[] {
    if (suppressions.length === 0) return [];
    const used = new Set<Suppression>();
    for (const [key, { diagnostic }] of this.#found) {
      for (const suppression of suppressions) {
        if (!suppresses(suppression, diagnostic.rule, diagnostic.span)) continue;
        used.add(suppression);
        this.#found.delete(key);
      }
    }
    return suppressions.filter((suppression) => !used.has(suppression));
  }

  #add(rule: Rule, finding: Finding, severity: Severity, order: number): void {
    const { span, message } = finding;
    const key = `${rule.id}|${span.start}|${span.end}|${message}`;
    if (!this.#found.has(key)) {
      this.#found.set(key, { diagnostic: toDiagnostic(rule, finding, severity), order });
    }
  }
}

interface Found {
  readonly diagnostic: Diagnostic;
  readonly order: number;
}

function toDiagnostic(rule: Rule, finding: Finding, severity: Severity): Diagnostic {
  const fixes = (finding.fixes ?? []).filter(
    ({ edits }) => edits.length > 0 && edits.every((edit) => edit !== undefined),
  );
  // A finding's own severity moves with what the workspace says of the rule, and no setting is overruled.
  const own = finding.severity && severity === rule.severity ? finding.severity : severity;
  return { ...finding, rule: rule.id, severity: own, fixes };
}
