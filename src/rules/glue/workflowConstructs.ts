import type { CodeFile } from '../../model/code';
import { constructsOf, membersOf, type Construct } from '../../model/code/constructs';
import type { Expression } from '../../syntax/code/ast';
import { dottedName, walkExpression } from '../../syntax/code/walk';

/** The jobs, triggers and workflows of AWS Glue that a program of the CDK makes. */
export interface GlueConstructs {
  readonly jobs: readonly Construct[];
  readonly triggers: readonly TriggerConstruct[];
  readonly workflows: readonly Construct[];
  /** The triggers of a workflow that run a job. */
  runningIn(job: Construct): readonly TriggerConstruct[];
}

export interface TriggerConstruct {
  readonly construct: Construct;
  /** `CONDITIONAL`, where it is written out. */
  readonly type?: string;
  readonly workflow?: Construct;
  /** True where it belongs to a workflow, be it one that is not made here. */
  readonly isInWorkflow: boolean;
  readonly jobs: readonly Construct[];
  /** True where an action starts something that is not made here. */
  readonly startsOthers: boolean;
}

const JOB =
  /^(?:glue\.CfnJob|glue(?:alpha)?\.(?:Job|PythonShellJob|PySparkEtlJob|PySparkFlexEtlJob|RayJob))$/;

/** What a program makes of Glue, each thing found again by the name that it is kept under or that it is given. */
export function glueConstructs(code: CodeFile): GlueConstructs {
  const constructs = constructsOf(code);
  const jobs = constructs.filter(({ type }) => JOB.test(type));
  const workflows = constructs.filter(({ type }) => type === 'glue.CfnWorkflow');
  const isNamed = new Map(
    [...jobs, ...workflows].map((construct) => [construct, namesOf(construct)] as const),
  );
  const meant = (value: Expression | undefined, among: readonly Construct[]): Construct | undefined => {
    const name = value && keyOf(value);
    return name === undefined ? undefined : among.find((each) => isNamed.get(each)?.has(name));
  };
  const triggers = constructs
    .filter(({ type }) => type === 'glue.CfnTrigger')
    .map((construct): TriggerConstruct => {
      const { properties } = construct;
      const kind = properties.get('type')?.value;
      const workflowName = properties.get('workflowName')?.value;
      const actions = properties.get('actions')?.value;
      const started = (actions?.kind === 'list' ? actions.items : []).map((action) => {
        const members = membersOf(action);
        return meant(members.get('jobName') ?? members.get('job_name') ?? members.get('JobName'), jobs);
      });
      return {
        construct,
        ...(kind?.kind === 'string' && { type: kind.value }),
        workflow: meant(workflowName, workflows),
        isInWorkflow: workflowName !== undefined,
        jobs: started.filter((job) => job !== undefined),
        startsOthers: actions?.kind !== 'list' || started.includes(undefined),
      };
    });
  return {
    jobs,
    triggers,
    workflows,
    runningIn: (job) => triggers.filter((trigger) => trigger.isInWorkflow && trigger.jobs.includes(job)),
  };
}

/** The variable or attribute that a construct is kept in, and the name that it is given. */
function namesOf({ call, placed, properties }: Construct): ReadonlySet<string> {
  const { statement } = placed;
  const kept =
    statement.kind === 'assign' && statement.value === call
      ? statement.targets.flatMap((target) => dottedName(target) ?? [])
      : [];
  const given = ['name', 'jobName'].flatMap((key) => {
    const value = properties.get(key)?.value;
    return value ? (keyOf(value) ?? []) : [];
  });
  return new Set([...kept, ...given]);
}

/** What a value goes by: `load.ref` and `load.name` by `load`, a text by itself. */
function keyOf(value: Expression): string | undefined {
  if (value.kind === 'string') return value.dynamic ? undefined : `"${value.value}"`;
  const name = dottedName(value);
  return name?.replace(/\.(?:ref|name|jobName|job_name)$/, '');
}

const DEPTH = 3;

/** The file name of a job's script: at the end of its location in S3, or of the asset that it is. */
export function scriptFileOf({ placed, properties }: Construct, { names }: CodeFile): string | undefined {
  const found: string[] = [];
  const look = (expression: Expression, depth: number): void =>
    walkExpression(expression, {
      expression: (part) => {
        const text = part.kind === 'string' ? /([\w.-]+\.py)$/.exec(part.value)?.[1] : undefined;
        if (text !== undefined) found.push(text);
        if (part.kind !== 'name' || depth === 0) return;
        for (const value of names.valuesOf(part.name, placed.place.unit)) look(value, depth - 1);
      },
    });
  for (const key of ['command', 'executable', 'script']) {
    const value = properties.get(key)?.value;
    if (value) look(value, DEPTH);
  }
  const [file, ...others] = new Set(found);
  return others.length === 0 ? file : undefined;
}

/** True for a job that runs Python without Spark. */
export function isPythonShell({ type, properties }: Construct): boolean {
  if (type.endsWith('.PythonShellJob')) return true;
  const name = membersOf(properties.get('command')?.value).get('name');
  if (name?.kind === 'string') return name.value === 'pythonshell';
  const executable = properties.get('executable')?.value;
  const maker = executable?.kind === 'call' ? dottedName(executable.callee) : undefined;
  return /\.python_?[sS]hell$/.test(maker ?? '');
}
