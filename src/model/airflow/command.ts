import type { Span } from '../../syntax/tree';
import { actionName, serviceName } from '../code/service';
import type { CodeFile } from '../code';
import type { Task } from './task';
import type { Values } from './values';

/** What a task gives to a shell, as its file has it: quotes, escapes and gaps included. */
export interface Command {
  readonly text: string;
  readonly span: Span;
}

/** The command of a task that runs a shell on the worker; `undefined` for other tasks. */
export function commandOf(task: Task, { program }: CodeFile, values: Values): Command | undefined {
  if (!/^(?:Bash\w*(?:Operator|Sensor)|SSHOperator)$/.test(task.type)) return undefined;
  const written = (task.keywords.entries.get('bash_command') ?? task.keywords.entries.get('command'))?.value;
  const value = written && values.one(written, task.place.unit);
  if (!value || value.kind === 'name') return undefined;
  const { span } = value;
  return { text: program.text.slice(span.start, span.end), span };
}

/** Something in a command that takes effect, where it is written. */
export interface CommandPart {
  readonly span: Span;
}

/** What begins a command: the text itself, or what ends the one before. */
const BEGIN = String.raw`(?:^[\w'"\s]*|[;&|(\n]|\\n|\$\(|\b(?:do|then|else)\b)\s*`;
const SLEEP = new RegExp(String.raw`${BEGIN}(sleep\s+(\d+(?:\.\d+)?)([smhd]?))(?![\w{.])`, 'g');
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The pauses of a command, in seconds. */
export function sleepsIn({ text, span }: Command): (CommandPart & { readonly seconds: number })[] {
  return [...text.matchAll(SLEEP)].map((match) => {
    const [whole, words, number, unit] = match;
    const start = span.start + match.index + whole.length - words.length;
    return { span: { start, end: start + words.length }, seconds: Number(number) * (UNITS[unit] ?? 1) };
  });
}

const CALL = new RegExp(
  String.raw`${BEGIN}(?:\w+=\S*?\$?\(?\s*)?(aws\s+(?:--[\w-]+[= ]\s*[^-\s]\S*\s+)*([a-z][\w-]+)\s+([a-z][\w-]+))`,
  'g',
);
/** Commands of the AWS CLI that are not called as the actions that they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  'emr create-cluster': 'runJobFlow',
  'emr add-steps': 'addJobFlowSteps',
};

/** The calls of the AWS CLI in a command, with service and action as programs name them. */
export function cliCallsIn({ text, span }: Command): (CommandPart & {
  readonly service: string;
  readonly action: string;
  /** As it is written: `aws glue start-job-run`. */
  readonly name: string;
})[] {
  return [...text.matchAll(CALL)].map((match) => {
    const [whole, name, service, command] = match;
    const start = span.start + match.index + whole.length - name.length;
    return {
      span: { start, end: start + name.length },
      service: serviceName(service),
      action: SHORT[`${service} ${command}`] ?? actionName(command.replaceAll('-', '_')),
      name: name.replaceAll(/\s+/g, ' '),
    };
  });
}
