import type { TemplateKind } from '../model/template';
import type { LanguageDocument } from './document';

/** What a document is, in two words for the status item. */
export interface DocumentKind {
  /** For example `ASL · JSONata`. */
  readonly label: string;
  readonly states: number;
}

const TEMPLATES: Readonly<Record<TemplateKind, string>> = {
  cloudformation: 'CloudFormation',
  sam: 'SAM',
  serverless: 'Serverless Framework',
  terraform: 'Terraform',
};

/** Names the kind of a document; `undefined` for one that is none of ours. */
export function documentKind({ located }: LanguageDocument): DocumentKind | undefined {
  const { template, stateMachines } = located;
  if (template) {
    return {
      label: TEMPLATES[template.kind],
      states: stateMachines.reduce((sum, one) => sum + one.states.length, 0),
    };
  }
  const [machine] = stateMachines;
  if (!machine) return located.isDefinition ? { label: 'ASL', states: 0 } : undefined;
  const languages = new Set(machine.states.map(({ queryLanguage }) => queryLanguage));
  const label = languages.size > 1 ? 'ASL · JSONPath and JSONata' : `ASL · ${machine.queryLanguage}`;
  return { label, states: machine.states.length };
}
