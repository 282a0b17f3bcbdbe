import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';

/**
 * Reads YAML files of the guide and checks each against `schema/<schema>.schema.json`.
 * @param {string} root folder media/guide
 * @param {import('./problems.mjs').Problems} problems
 */
export function reader(root, problems) {
  const parse = (/** @type {string} */ file, /** @type {string} */ text) => {
    try {
      return load(text);
    } catch (error) {
      throw new Error(`media/guide/${file} does not parse: ${error.message.split('\n')[0]}`, {
        cause: error,
      });
    }
  };
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  /** @type {Map<string, import('ajv').ValidateFunction>} */
  const schemas = new Map();
  const validator = (/** @type {string} */ name) => {
    const known = schemas.get(name);
    if (known) return known;
    const compiled = ajv.compile(
      JSON.parse(readFileSync(join(root, 'schema', `${name}.schema.json`), 'utf8')),
    );
    schemas.set(name, compiled);
    return compiled;
  };
  const check = (/** @type {string} */ file, /** @type {string} */ schema, /** @type {unknown} */ value) => {
    const validate = validator(schema);
    if (validate(value)) return value;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      const extra = params.additionalProperty ?? params.allowedValues ?? '';
      problems.add(file, `${instancePath || '/'} ${message} ${extra}`.trimEnd());
    }
    return value;
  };
  return {
    check,
    text: (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8'),
    yaml: (/** @type {string} */ file, /** @type {string} */ schema) =>
      check(file, schema, parse(file, readFileSync(join(root, file), 'utf8'))),
    list: (/** @type {string} */ folder, /** @type {string} */ ending) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`),
  };
}
