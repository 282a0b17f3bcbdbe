/**
 * Writes VS Code's snippet files of `snippets/` from `snippets/source.yaml`, for JSON and for YAML. With
 * `--check` it writes nothing and fails where a file is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format as pretty } from 'prettier';
import { Document, parse, stringify, visit } from 'yaml';

const folder = new URL('../snippets/', import.meta.url);
const source = parse(readFileSync(new URL('source.yaml', folder), 'utf8'));

const STOP = /«(\d+)(?::([^»]*)|\|([^»]*)\|)?»/g;
const LITERAL = /^(?:-?\d+(?:\.\d+)?|true|false)$/;

/** The default of each stop of `body`, by number. */
function defaults(body) {
  return new Map(
    [...JSON.stringify(body).matchAll(STOP)]
      .filter(([, , text, choice]) => text !== undefined || choice !== undefined)
      .map(([, number, text, choice]) => [number, text ?? choice.split(',')[0]]),
  );
}

const withDefaults = (text, known) => text.replace(STOP, (_, number) => known.get(number) ?? '');

/** True where `text` is one stop whose default is a number or a boolean. */
function isLiteral(text, known) {
  return text.replace(STOP, '') === '' && LITERAL.test(withDefaults(text, known));
}

/** The text with its stops, in the syntax of VS Code; what was text in the source stays text. */
function toSnippet(text) {
  const escape = (part, special) => part.replace(special, '\\$&');
  let result = '';
  let from = 0;
  for (const { 0: stop, 1: number, 2: text_, 3: choice, index } of text.matchAll(STOP)) {
    result += escape(text.slice(from, index), /[\\$]/g);
    if (choice !== undefined) result += `\${${number}|${choice}|}`;
    else if (text_ !== undefined) result += `\${${number}:${escape(text_, /[\\$}]/g)}}`;
    else result += `\${${number}}`;
    from = index + stop.length;
  }
  return result + escape(text.slice(from), /[\\$]/g);
}

/** `body` as JSON: lists of scalars on one line, tabs for what the editor indents with. */
function toJson(body, known) {
  return JSON.stringify(body, null, '\t')
    .replace(/"(«[^"]*»)"(?!:)/g, (quoted, text) => (isLiteral(text, known) ? text : quoted))
    .replace(/\[\s*([^[\]{}]*?)\s*\]/g, (_, items) => `[${items.replace(/\s*\n\s*/g, ' ')}]`);
}

/** `text` with its objects of one member on one line, as one writes the conditions of a pattern. */
function inline(text) {
  const once = text
    .replace(/(?<=.)\{\n\s*([^\n]*[^\n{[])\n\s*\}/g, '{ $1 }')
    .replace(/\[\n\s*(\{[^\n]*\})\n\s*\]/g, '[$1]');
  return once === text ? text : inline(once);
}

/** `body` as YAML; a text with stops is quoted where the text with its defaults needs quotes. */
function toYaml(body, known) {
  const document = new Document(body);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string' || isLiteral(node.value, known)) return;
      const plain = stringify(withDefaults(node.value, known), { lineWidth: 0 }).trimEnd();
      const quote = /^["']/.exec(plain)?.[0];
      if (quote) node.type = quote === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
    },
    Seq(_, node) {
      if (node.items.every((item) => item.items === undefined)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

const WHOLE = new Set(['machine', 'pattern']);

function bodyOf({ place, body }, format) {
  const known = defaults(body);
  if (format === 'yaml') return toYaml(place === 'choices' ? [body] : body, known);
  const text = place === 'pattern' || place === 'detail' ? inline(toJson(body, known)) : toJson(body, known);
  if (WHOLE.has(place) || place === 'choices') return text;
  return text.split('\n').slice(1, -1).join('\n').replace(/^\t/gm, '');
}

function file(entries, format) {
  const languages = entries.flatMap(({ jsonata, ...entry }) =>
    jsonata === undefined
      ? [entry]
      : [
          entry,
          { ...entry, prefix: `${entry.prefix}-jsonata`, title: `${entry.title} (JSONata)`, body: jsonata },
        ],
  );
  return Object.fromEntries(
    languages.map((entry) => [
      entry.title,
      {
        prefix: entry.prefix,
        description: entry.description,
        body: bodyOf(entry, format).split('\n').map(toSnippet),
      },
    ]),
  );
}

const files = {
  'asl.json': file(source.asl, 'json'),
  'asl-yaml.json': file(source.asl, 'yaml'),
  'eventpattern.json': file(source.eventpattern, 'json'),
  'eventpattern-yaml.json': file(source.eventpattern, 'yaml'),
};

const check = process.argv.includes('--check');
for (const [name, content] of Object.entries(files)) {
  const text = await pretty(JSON.stringify(content, null, 2), { parser: 'json', printWidth: 110 });
  if (!check) writeFileSync(new URL(name, folder), text);
  else if (readFileSync(new URL(name, folder), 'utf8') !== text) {
    throw new Error(`snippets/${name} is not what its source says; run node scripts/snippets.mjs`);
  }
}
