import type { IntrinsicArgument } from '../../../expressions/intrinsic';
import { operand, quoted, Unsure, type Code } from './code';
import type { Names } from './names';

/** `States.Format`: the texts of the template joined with the arguments. */
export function formatCode(
  template: IntrinsicArgument,
  [written, ...values]: readonly Code[],
  names: Names,
): Code {
  if (values.some(({ shape }) => shape === 'object' || shape === 'array'))
    throw new Unsure('"States.Format" writes objects and arrays in a way that JSONata does not have');
  if (values.some(({ shape }) => shape === 'unknown')) {
    names.remarks.add(
      'An object or array in a formatted text is written as JSON; "States.Format" wrote it as "{a=1}".',
    );
  }
  if (template.kind !== 'text') return dynamicCode(written, values, names);
  const texts = textsOf(template.written);
  if (texts.length !== values.length + 1)
    throw new Unsure(`the template "${template.value}" and its arguments differ in number`);
  const parts: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (text !== '') parts.push(quoted(text));
    if (index < values.length) parts.push(operand(values[index]));
  }
  if (parts.length === 0) return { text: "''", shape: 'string' };
  if (parts.length > 1) return { text: parts.join(' & '), shape: 'string', loose: true };
  const only = values.at(0);
  return only && only.shape !== 'string'
    ? { text: `${names.call('string')}(${only.text})`, shape: 'string' }
    : { text: parts[0], shape: 'string', loose: only?.loose };
}

/** A template that is read from the data; escapes in it stay as they are. */
function dynamicCode(template: Code, values: readonly Code[], names: Names): Code {
  if (values.length !== 1)
    throw new Unsure('"States.Format" reads its template from the data and fills in several values');
  const value = `${names.call('string')}(${values[0].text})`;
  return { text: `${names.call('replace')}(${template.text}, '{}', ${value}, 1)`, shape: 'string' };
}

/** The template's texts around its `{}`, escapes resolved. */
function textsOf(written: string): string[] {
  const texts = [''];
  for (const { 0: found } of written.matchAll(/\\[\s\S]|\{\}|[\s\S]/g)) {
    if (found === '{}') texts.push('');
    else texts[texts.length - 1] += found.length > 1 ? found.slice(1) : found;
  }
  return texts;
}
