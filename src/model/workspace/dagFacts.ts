import type { Dag, DagFile, Entry, Task } from '../airflow';
import type { Link, Part, PartKind, Target } from './facts';

/** Arguments by which operators of the Amazon provider name what they start; apache-airflow-providers-amazon 9. */
const NAMED_BY: Readonly<
  Record<string, { readonly argument: string; readonly kind: PartKind; readonly link: Link['kind'] }>
> = {
  GlueJobOperator: { argument: 'job_name', kind: 'glueJob', link: 'starts' },
  AwsGlueJobOperator: { argument: 'job_name', kind: 'glueJob', link: 'starts' },
  StepFunctionStartExecutionOperator: {
    argument: 'state_machine_arn',
    kind: 'stateMachine',
    link: 'starts',
  },
  LambdaInvokeFunctionOperator: { argument: 'function_name', kind: 'function', link: 'calls' },
  AwsLambdaInvokeFunctionOperator: { argument: 'function_name', kind: 'function', link: 'calls' },
};

/** What the DAGs of a file start, as far as their operators name it. */
export function dagLinks({ tasks, values, keywords }: DagFile): Link[] {
  return tasks.flatMap((task): Link[] => {
    const known = Object.hasOwn(NAMED_BY, task.type) ? NAMED_BY[task.type] : undefined;
    const named = known ? task.keywords.entries.get(known.argument) : crawlerOf(task);
    const text = named && values.text(named.value, task.place.unit);
    if (!named || text === undefined || text.includes('{{')) return [];
    const name = text.slice(text.lastIndexOf(':') + 1);
    const to: Target = { by: 'name', name, kind: known?.kind ?? 'glueCrawler' };
    return [{ from: '', kind: known?.link ?? 'starts', to, span: named.value.span }];
  });

  /** `GlueCrawlerOperator(config={"Name": "raw"})`. */
  function crawlerOf({ type, keywords: given, place }: Task): Entry | undefined {
    if (!/^(?:Aws)?GlueCrawlerOperator$/.test(type)) return undefined;
    return keywords.ofDictionary(given.entries.get('config')?.value, place.unit).entries.get('Name');
  }
}

/** When and how much the DAGs of a file run. */
export function dagTimes(file: DagFile): Pick<Part, 'byClock' | 'taskRunsADay'> {
  if (file.dags.length === 0) return {};
  const byClock = file.dags.some(({ schedule: { kind } }) => kind === 'times');
  const runs = file.dags.map((dag) => taskRunsADay(dag, file));
  const known = runs.filter((each) => each !== undefined);
  const sum = known.reduce((all, each) => all + each, 0);
  return { ...(byClock && { byClock }), taskRunsADay: known.length === runs.length ? sum : 'unknown' };
}

/** At most so many tasks run a day that could run elsewhere; `undefined` where that is not to be seen. */
function taskRunsADay(dag: Dag, { tasks }: DagFile): number | undefined {
  const own = tasks.filter((task) => task.dag === dag);
  const isCounted =
    own.length > 0 && own.every((task) => !task.mapped && !isRepeated(task.place) && isForAnyService(task));
  if (!isCounted || isRepeated(dag.place)) return undefined;
  const { kind, atMostDaily } = dag.schedule;
  if (kind === 'never' || kind === 'once') return 0;
  return kind === 'times' && atMostDaily ? own.length : undefined;
}

/** True for a task of AWS or of one's own code, which other services of AWS run as well. */
function isForAnyService({ kind, module = '' }: Task): boolean {
  return (
    kind === 'function' ||
    /^airflow\.(?:operators|sensors|providers\.standard|providers\.amazon\.aws\.(?:operators|sensors))\b/.test(
      module,
    )
  );
}

/** True in a loop, and in a function that anybody may call more than once. */
function isRepeated(place: Dag['place']): boolean {
  for (let at: typeof place | undefined = place; at; at = at.outer) {
    if (at.of?.kind === 'loop') return true;
    if (at.of?.kind === 'function' && at.of.decorators.length === 0) return true;
  }
  return false;
}
