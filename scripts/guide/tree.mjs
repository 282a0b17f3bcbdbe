/**
 * The decision tree, checked for answers that lead nowhere and for parts that no answer reaches.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 * @param {import('./links.mjs').Links} links
 */
export function compileTree(read, problems, links) {
  const file = 'tree.yaml';
  const tree = read.yaml(file, 'tree');
  const nodes = new Map(tree.nodes.map((node) => [node.id, node]));
  const verdicts = new Map(tree.verdicts.map((verdict) => [verdict.id, verdict]));
  if (nodes.size !== tree.nodes.length || verdicts.size !== tree.verdicts.length) {
    problems.add(file, 'two nodes or two verdicts have the same id');
  }
  const reached = new Set();
  const walk = (id, path) => {
    if (path.includes(id))
      return problems.add(file, `the answers lead in a circle: ${[...path, id].join(' → ')}`);
    const node = nodes.get(id);
    if (!node) return problems.add(file, `"${path.at(-1) ?? 'root'}" leads to "${id}", which is not a node`);
    reached.add(id);
    for (const { next, verdict } of node.answers) {
      if (next) walk(next, [...path, id]);
      else if (verdicts.has(verdict)) reached.add(verdict);
      else problems.add(file, `"${id}" leads to "${verdict}", which is not a verdict`);
    }
  };
  walk(tree.root, []);
  for (const id of [...nodes.keys(), ...verdicts.keys()]) {
    if (!reached.has(id)) problems.add(file, `no answer leads to "${id}"`);
  }
  for (const { id, answers, note } of tree.nodes) {
    links.add(file, 'note', note);
    const labels = answers.map(({ label }) => label);
    if (new Set(labels).size !== labels.length) problems.add(file, `two answers of "${id}" read the same`);
  }
  for (const { note, recommendation, with: steps = [] } of tree.verdicts) {
    links.add(file, 'note', note);
    for (const service of [recommendation, ...steps]) links.add(file, 'service', service);
  }
  return tree;
}
