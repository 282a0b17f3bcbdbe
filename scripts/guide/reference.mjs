/**
 * Glossary, comparison table and quotas.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 * @param {import('./links.mjs').Links} links
 */
export function compileReference(read, problems, links) {
  const glossary = read.yaml('glossary.yaml', 'glossary');
  for (const { note } of glossary) links.add('glossary.yaml', 'note', note);
  const terms = glossary.map(({ id }) => id);
  if (new Set(terms).size !== terms.length) problems.add('glossary.yaml', 'two terms have the same id');

  const compare = read.yaml('compare.yaml', 'compare');
  for (const column of compare.columns) links.add('compare.yaml', 'service', column);
  for (const { id, cells, matters } of compare.rows) {
    for (const column of compare.columns) {
      if (!cells[column]) problems.add('compare.yaml', `"${id}" has no cell for "${column}"`);
    }
    for (const topic of matters) {
      if (!compare.matters[topic])
        problems.add('compare.yaml', `"${topic}" of "${id}" is not something that matters`);
    }
    for (const { fact } of Object.values(cells)) if (fact) links.add('compare.yaml', 'fact', fact);
  }

  const quotas = read.yaml('quotas.yaml', 'quotas');
  for (const { fact } of quotas.flatMap((group) => group.quotas)) links.add('quotas.yaml', 'fact', fact);
  return { glossary, compare, quotas };
}
