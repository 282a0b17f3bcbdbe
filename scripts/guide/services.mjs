/**
 * The services with their facts, sources and dates resolved.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 */
export function compileServices(read, problems) {
  const sources = read.yaml('sources.yaml', 'sources');
  const services = {};
  for (const file of read.list('services', '.yaml')) {
    const { id, date: ofAll, ...service } = read.yaml(file, 'service');
    if (file !== `services/${id}.yaml`) problems.add(file, `the id "${id}" is not the name of the file`);
    const facts = {};
    for (const [key, { source, date, ...fact }] of Object.entries(service.facts ?? {})) {
      if (!sources[source]) problems.add(file, `"${source}" of "${key}" does not stand in sources.yaml`);
      facts[key] = { ...fact, date: date ?? ofAll, source: sources[source] };
    }
    services[id] = { ...service, date: ofAll, facts };
  }
  return services;
}
