import type { EmbeddedDefinition } from '../../../model/locate';
import type { Template } from '../../../model/template';
import { property } from '../../../syntax/navigate';
import { camel, joinedWords, pascal } from './nestedCall';

/** How a template names a state machine that is made beside another one of it. */
export interface NestedHost {
  /** What the resource is written under. */
  readonly key: string;
  /** What others name it by. */
  readonly id: string;
  /** Its ARN as a value of the template. */
  readonly value: string;
  /** Its ARN in a text that the template fills in. */
  readonly gap: string;
  /** The name in `DefinitionSubstitutions` that stands for the ARN, where the definition is filled in so. */
  readonly substitution?: string;
}

/** The names for a machine that begins with a state. */
export function nestedHost(embedded: EmbeddedDefinition, template: Template, start: string): NestedHost {
  return template.kind === 'terraform'
    ? inTerraform(embedded, template, start)
    : inCloudFormation(embedded, template, start);
}

function inTerraform({ resource }: EmbeddedDefinition, { byId }: Template, start: string): NestedHost {
  const [type] = resource.id.split('.');
  const words = joinedWords(start, '_');
  const name = /^\d/.test(words) ? `nested_${words}` : words;
  const key = free(name, '_', (each) => byId.has(`${type}.${each}`));
  const index = property(resource.node, 'for_each')
    ? '[each.key]'
    : property(resource.node, 'count')
      ? '[count.index]'
      : '';
  const value = `${type}.${key}${index}.arn`;
  return { key, id: `${type}.${key}`, value, gap: `\${${value}}` };
}

function inCloudFormation(
  { node, text, substitutions = [] }: EmbeddedDefinition,
  { kind, tree, byId, parameters }: Template,
  start: string,
): NestedHost {
  const id = free(`${pascal(start)}Machine`, '', (each) => byId.has(each) || parameters.has(each));
  const key = kind === 'serverless' ? free(camel(start), '', (each) => byId.has(each)) : id;
  const isLong =
    tree.format === 'json' || (/Fn::GetAtt/.test(tree.source.text) && !/!GetAtt/.test(tree.source.text));
  const long = tree.format === 'json' ? `{ "Fn::GetAtt": ["${id}", "Arn"] }` : `{ Fn::GetAtt: [${id}, Arn] }`;
  const value = isLong ? long : `!GetAtt ${id}.Arn`;
  const isPlainText = text !== undefined && node.kind === 'string' && node.tag === undefined;
  const substitution = isPlainText || substitutions.length > 0 ? `${id}Arn` : undefined;
  return { key, id, value, gap: `\${${id}.Arn}`, substitution };
}

function free(name: string, sign: string, isTaken: (name: string) => boolean): string {
  let found = name;
  for (let number = 2; isTaken(found); number++) found = `${name}${sign}${number}`;
  return found;
}
