import type { CodeRole } from '../model/code';
import type { StateMachine } from '../model/stateMachine';
import type { Template, TemplateKind } from '../model/template';
import type { LanguageDocument } from './document';

/** What a document is, in two words for the status item. */
export interface DocumentKind {
  /** For example `ASL · JSONata`. */
  readonly label: string;
  /** How much there is of it: `5 states`. */
  readonly detail?: string;
  /** The study note about what it is, `note` or `note#heading`. */
  readonly note: string;
}

const TEMPLATES: Readonly<Record<TemplateKind, string>> = {
  cloudformation: 'CloudFormation',
  sam: 'SAM',
  serverless: 'Serverless Framework',
  terraform: 'Terraform',
};

/** Programs that are there to be orchestrated; others are none of ours. */
const PROGRAMS: Readonly<Partial<Record<CodeRole, Pick<DocumentKind, 'label' | 'note'>>>> = {
  glueScript: { label: 'Glue script', note: 'glue-workflows#jobs-and-crawlers' },
  lambdaHandler: { label: 'Lambda handler', note: 'lambda' },
};

/** Names the kind of a document; `undefined` for one that is none of ours. */
export function documentKind({ located }: LanguageDocument): DocumentKind | undefined {
  const { template, stateMachines, isDefinition, eventPatterns, dagFile, code } = located;
  if (template) return ofTemplate(template, stateMachines);
  const [machine] = stateMachines;
  if (machine) return ofMachine(machine);
  if (isDefinition) return { label: 'ASL', note: 'step-functions' };
  if (eventPatterns.length > 0) return { label: 'Event pattern', note: 'eventbridge#rules-and-patterns' };
  if (dagFile && dagFile.dags.length > 0)
    return { label: 'Airflow DAG', detail: count(dagFile.tasks.length, 'task'), note: 'mwaa' };
  const program = code && PROGRAMS[code.role];
  if (code?.handlers.some(({ isDurable }) => isDurable))
    return { label: 'Durable function', note: 'lambda#durable-functions' };
  return program;
}

function ofMachine({ states, queryLanguage }: StateMachine): DocumentKind {
  const languages = new Set(states.map((state) => state.queryLanguage));
  const label = languages.size > 1 ? 'ASL · JSONPath and JSONata' : `ASL · ${queryLanguage}`;
  return { label, detail: count(states.length, 'state'), note: 'step-functions' };
}

function ofTemplate({ kind, resources }: Template, machines: readonly StateMachine[]): DocumentKind {
  const states = machines.reduce((sum, one) => sum + one.states.length, 0);
  return {
    label: TEMPLATES[kind],
    ...(states > 0 && { detail: count(states, 'state') }),
    note: noteOfResources(
      machines.length > 0,
      resources.map(({ type }) => type),
    ),
  };
}

/** What the largest part of a template is about. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/::StateMachine$/, 'step-functions'],
  [/^AWS::Glue::(?:Workflow|Trigger)$/, 'glue-workflows'],
  [/^AWS::MWAA/, 'mwaa'],
  [/^AWS::(?:Events|EventsV2|Scheduler|Pipes)::/, 'eventbridge'],
  [/::Function$/, 'lambda'],
];

function noteOfResources(hasMachine: boolean, types: readonly string[]): string {
  if (hasMachine) return 'step-functions';
  return SUBJECTS.find(([subject]) => types.some((type) => subject.test(type)))?.[1] ?? 'choosing';
}

function count(number: number, what: string): string {
  return `${number} ${number === 1 ? what : `${what}s`}`;
}
