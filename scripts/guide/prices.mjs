/**
 * Resolves source names, dates and `like`, so that a reader of the table needs nothing else.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 */
export function compilePrices(read, problems) {
  const file = 'prices.yaml';
  const table = read.yaml(file, 'prices');
  const sources = read.yaml('sources.yaml', 'sources');
  const resolve = (prices) =>
    Object.fromEntries(
      Object.entries(prices).map(([key, { source, date, ...price }]) => {
        if (!sources[source]) problems.add(file, `"${source}" of "${key}" does not stand in sources.yaml`);
        return [key, { ...price, source: sources[source], date: date ?? table.date }];
      }),
    );
  const services = {};
  for (const [id, { like, prices, variants }] of Object.entries(table.services)) {
    if (like && !services[like])
      problems.add(file, `"${id}" is like "${like}", which does not stand above it`);
    services[id] = {
      prices: { ...services[like]?.prices, ...resolve(prices) },
      variants: [
        ...(services[like]?.variants ?? []),
        ...(variants ?? []).map((variant) => ({ when: variant.when, prices: resolve(variant.prices) })),
      ],
    };
  }
  return { region: table.region, currency: table.currency, date: table.date, services };
}
