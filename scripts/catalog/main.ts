// npm run catalog: reads the models of the AWS APIs from a public package and writes the catalogue of actions.
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { catalogService } from './catalogService';
import { encode, type CatalogService } from './encode';
import { readModel } from './models';
import { MODELS, REQUIREMENTS, unpack } from './package';
import { EXCEPTION_PREFIXES } from './services';

const target = fileURLToPath(new URL('../../src/catalog/api/actions.bin', import.meta.url));

async function main(): Promise<void> {
  const [models, requirements] = [await unpack(MODELS), await unpack(REQUIREMENTS)];
  const modelled = readdirSync(models)
    .map((file) => readModel(join(models, file), join(requirements, basename(file, '.ts'), 'types.ts')))
    .flatMap((model) => (model ? (catalogService(model) ?? []) : []));
  const known = new Set(modelled.map(({ prefix }) => prefix));
  const nameOnly = EXCEPTION_PREFIXES.filter((prefix) => !known.has(prefix)).map((prefix) => ({
    ...{ prefix, title: prefix, listed: true, actions: [] },
    ...{ structures: new Map<string, never>(), kept: new Set<string>() },
  }));
  const services: CatalogService[] = [...modelled, ...nameOnly];
  const bytes = encode(MODELS.date, services);
  writeFileSync(target, bytes);
  const actions = services.reduce((sum, service) => sum + service.actions.length, 0);
  const packed = deflateRawSync(bytes, { level: 9 }).length;
  console.log(
    `${services.length} services, ${actions} actions of ${MODELS.date}: ` +
      `${kilobytes(bytes.length)}, ${kilobytes(packed)} in the package`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

void main();
