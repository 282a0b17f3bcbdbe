import type { FunctionUnit } from '../../syntax/code/ast';
import type { CodeFile } from '../code';
import { reachableFrom } from '../code/reach';
import { dagsIn, type Dag } from './dag';
import { flowOf, type Flow } from './flow';
import { KeywordReader, NO_KEYWORDS } from './keywords';
import { parseTimeOf, type ParseTime } from './parseTime';
import { tasksIn, type Task } from './task';
import { Values } from './values';

/** A Python file that declares DAGs of Apache Airflow, or one beside those in the folder that Airflow reads. */
export interface DagFile {
  readonly code: CodeFile;
  /** None in a file that lies in the folder of DAGs for their sake: settings, a module with operators. */
  readonly dags: readonly Dag[];
  /** Operators, sensors and functions under `@task`, in the order of the text. */
  readonly tasks: readonly Task[];
  readonly parseTime: ParseTime;
  readonly flow: Flow;
  readonly values: Values;
  readonly keywords: KeywordReader;
  /** The tasks in which each function of the file runs, also where another function of the file calls it. */
  readonly runBy: ReadonlyMap<FunctionUnit, readonly Task[]>;
}

/** True for a text that may be a DAG file: a look at it is cheaper than reading it. */
export function mayBeDagFile(path: string, text: string): boolean {
  return text.includes('airflow') && (isInDagFolder(path) ? /dag/i : /\b(?:DAG|dag)\b/).test(text);
}

/** Airflow reads every file of this folder in which it finds the words "airflow" and "dag". */
function isInDagFolder(path: string): boolean {
  return /(?:^|\/)dags\//.test(path) && !/(?:^|\/)(?:plugins|tests?)\//.test(path);
}

/** Reads the DAGs of a program; `undefined` where it has none and is not read together with DAGs. */
export function buildDagFile(code: CodeFile): DagFile | undefined {
  const values = new Values(code);
  const keywords = new KeywordReader(code, values);
  const dags = dagsIn(code, values, keywords);
  if (dags.length === 0 && !isInDagFolder(code.path)) return undefined;
  const made = tasksIn(code, dags, values, keywords);
  const runBy = functionsRunBy(code, [...made, ...givenAway(code, made)]);
  // An operator that a task makes, to execute it there, is no task of the DAG.
  const tasks = made.filter(({ place }) => place.unit === undefined || !runBy.has(place.unit));
  const parseTime = parseTimeOf(code, values);
  const flow = flowOf(code, tasks, parseTime, values);
  return { code, dags, tasks, parseTime, flow, values, keywords, runBy };
}

/**
 * Functions that ask for the task's context and that nothing in the file runs: tasks of other files, or those that
 * a factory makes, do.
 */
function givenAway({ placed, program }: CodeFile, tasks: readonly Task[]): Task[] {
  const known = new Set(tasks.flatMap(({ runs }) => runs));
  return placed.functions.flatMap(({ unit, place, className }): Task[] => {
    if (place.unit || className !== undefined || unit.decorators.length > 0 || known.has(unit)) return [];
    const text = program.text.slice(unit.span.start, unit.span.end);
    const asks = unit.parameters.some(
      ({ name }) =>
        /^(?:ti|task_instance)$/.test(name) ||
        (/^_?(?:context|kwargs)$/.test(name) &&
          new RegExp(
            `\\b${name}(?:\\[|\\.get\\()["'](?:ti|task_instance|dag_run|ds|logical_date|execution_date)["']`,
          ).test(text)),
    );
    if (!asks) return [];
    return [
      {
        kind: 'function',
        type: `function "${unit.name}"`,
        span: unit.nameSpan,
        runs: [unit],
        place,
        keywords: NO_KEYWORDS,
        mapped: false,
        open: true,
        argument: () => undefined,
      },
    ];
  });
}

function functionsRunBy(code: CodeFile, tasks: readonly Task[]): Map<FunctionUnit, Task[]> {
  const found = new Map<FunctionUnit, Task[]>();
  for (const task of tasks) {
    const reached = new Set(task.runs.flatMap((unit) => [...reachableFrom(unit, code.names)]));
    for (const unit of reached) found.set(unit, [...(found.get(unit) ?? []), task]);
  }
  return found;
}
