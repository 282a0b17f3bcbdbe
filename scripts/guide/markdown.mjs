import MarkdownIt from 'markdown-it';

const kinds = ['fact', 'note', 'rule', 'term'];
/** What a callout may be: a trap, something that was right once, something that nobody checked. */
export const tones = ['trap', 'outdated', 'unverified'];

/**
 * Renders the Markdown of notes and explanations. Links to `fact:`, `note:`, `rule:` and `term:` become anchors that
 * the panel understands; a fact that nobody verified says so behind its number.
 * @param {import('./links.mjs').Links} links
 * @param {Record<string, { facts: Record<string, { status: string }> }>} services
 */
export function markdown(links, services) {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const status = (/** @type {string} */ target) => {
    const [service, fact] = target.split('/');
    return services[service]?.facts[fact]?.status;
  };
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const href = token.attrGet('href') ?? '';
    const [kind, target] = [href.slice(0, href.indexOf(':')), href.slice(href.indexOf(':') + 1)];
    env.open = [...(env.open ?? []), kind === 'fact' ? status(target) : undefined];
    if (!kinds.includes(kind)) return self.renderToken(tokens, index, options);
    links.add(env.file, kind, target);
    token.attrSet('href', `#${kind}/${target}`);
    token.attrSet(`data-${kind}`, target);
    if (kind === 'fact') token.attrSet('data-status', status(target) ?? '');
    return self.renderToken(tokens, index, options);
  };
  md.renderer.rules.link_close = (tokens, index, options, env, self) => {
    const unverified = ['M', 'X'].includes(env.open.pop());
    const mark = unverified ? '<span class="unverified"> (not verified)</span>' : '';
    return `${self.renderToken(tokens, index, options)}${mark}`;
  };
  // The corner of a table with names in its first column is no heading of anything.
  md.renderer.rules.th_open = (tokens, index) => (tokens[index + 1].content ? '<th>' : '<td>');
  md.renderer.rules.th_close = (tokens, index) => (tokens[index - 1].content ? '</th>' : '</td>');
  return {
    /** HTML of one paragraph without its `<p>`. */
    inline: (/** @type {string} */ text, /** @type {string} */ file) => md.renderInline(text, { file }),
    parse: (/** @type {string} */ text) => md.parse(text, {}),
    render: (/** @type {import('markdown-it').Token[]} */ tokens, /** @type {string} */ file) =>
      md.renderer.render(tokens, md.options, { file }),
  };
}
