import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Format } from '../../src/syntax/tree';

/** Another validator: finds what is wrong in a text, and may take its time. */
export interface Peer {
  readonly name: string;
  validate(text: string, format: Format): unknown;
}

interface LanguageService {
  parseJSONDocument(document: object): object;
  doValidation(document: object, parsed: object): PromiseLike<unknown>;
}

interface AslLanguageService {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): object };
  getLanguageService(parameters: object): LanguageService;
  getYamlLanguageService(parameters: object): LanguageService;
}

/** Installs the packages beside this file unless they are there. */
export function installPeers(): void {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) throw new Error('The validators to compare with could not be installed.');
}

/** The peers of `package.json` beside this file, which have to be installed. */
export function peers(): Peer[] {
  const load = createRequire(import.meta.url);
  const service = load('amazon-states-language-service') as AslLanguageService;
  const validateAsl = load('asl-validator') as (definition: unknown) => unknown;
  // As it comes: what it is configured with later takes its schema away.
  const services: Partial<Record<Format, LanguageService>> = {
    json: service.getLanguageService({}),
    yaml: service.getYamlLanguageService({}),
  };
  return [
    {
      name: 'amazon-states-language-service',
      validate(text, format) {
        const document = service.TextDocument.create(`file:///m.asl.${format}`, format, 1, text);
        const own = services[format];
        return own?.doValidation(document, own.parseJSONDocument(document));
      },
    },
    {
      name: 'asl-validator',
      validate(text, format) {
        if (format !== 'json') throw new Error('Reads values, not text.');
        return validateAsl(JSON.parse(text));
      },
    },
  ];
}
