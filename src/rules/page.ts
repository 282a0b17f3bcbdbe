import { readExample } from './example';
import { noteOf, type Note } from './notes';
import type { Rule } from './rule';

/**
 * A rule's documentation as Markdown, the same in the editor, in the terminal and on paper; where the study note
 * can be opened from it, `link` writes how.
 */
export function rulePage(rule: Rule, link: (note: Note) => string = ({ title }) => title): string {
  const note = noteOf(rule);
  const lines = [
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    `Severity: **${rule.severity}**${rule.off ? ', off until a workspace turns it on' : ''}`,
    '',
    '## Why',
    '',
    rule.why,
    '',
    '## Not like this',
    '',
    ...rule.bad.flatMap(({ text, fixed, beside = {} }) => [
      ...fence(readExample(text), '^'),
      ...Object.entries(beside).flatMap(([path, other]) => [
        `With \`${path}\` beside it:`,
        '',
        ...fence(readExample(other)),
      ]),
      ...(fixed === undefined ? [] : ['The quick fix makes of it:', '', ...fence(readExample(fixed))]),
    ]),
    '## Like this',
    '',
    ...rule.good.flatMap((text) => fence(readExample(text))),
    '## Switching it off',
    '',
    `In the settings or in \`orchestration-lens.json\`: \`"rules": { "${rule.id}": "off" }\`. At one place: \`# orchestration-lens-disable-next-line ${rule.id}\` in YAML, Terraform and code, or \`orchestration-lens-disable ${rule.id}\` in the \`Comment\` of ${holderOf(rule)} in JSON.`,
    '',
    ...(note ? [`In the guide: ${link(note)}`, ''] : []),
    `More: <${rule.reference}>`,
    '',
  ];
  return lines.join('\n');
}

function fence({ text, language, marked }: ReturnType<typeof readExample>, mark?: string): string[] {
  const found =
    mark && marked.length > 0 ? [`Found: ${marked.map((words) => `\`${words}\``).join(', ')}`, ''] : [];
  return [`\`\`\`${language}`, text.trimEnd(), '```', '', ...found];
}

/** Where JSON, which has no comments, says that a rule is off. */
function holderOf({ subject }: Rule): string {
  const inTemplate = subject === 'template' || subject === 'schedule' || subject === 'eventPattern';
  return inTemplate ? "the resource's `Metadata`" : 'the state';
}
