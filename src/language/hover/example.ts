import { remembered } from '../../expressions/remembered';
import { parseJson } from '../../syntax/json';
import type { Format } from '../../syntax/tree';
import { yamlText } from '../yamlText';
import type { Card } from './card';

type Example = NonNullable<Card['example']>;

/** An example that is written as JSON, as the file in hand would have it. */
export function exampleIn(format: Format, json: string): Example {
  return format === 'yaml' ? asYaml(json) : { text: json, language: 'json' };
}

/** The same for a member of an object. */
export function memberIn(format: Format, name: string, value: string): Example {
  const member = `"${name}": ${value}`;
  return exampleIn(format, format === 'yaml' ? `{ ${member} }` : member);
}

/** Once a text: each list of fields shows the same ones. */
const asYaml = remembered((json): Example => {
  return { text: yamlText(parseJson(json)).trimEnd(), language: 'yaml' };
});
