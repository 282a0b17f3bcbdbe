export type Language = 'JSONPath' | 'JSONata';

/** One entry of `snippets/source.yaml`, as far as a test needs it. */
export interface Entry {
  readonly prefix: string;
  readonly title: string;
  readonly place: 'machine' | 'states' | 'task' | 'choices' | 'pattern' | 'detail';
  readonly needs?: readonly string[];
  readonly assigned?: readonly string[];
  readonly jsonata?: unknown;
}

/** A whole document with `text`, the expanded snippet, at the place for which it is made. */
export function place(text: string, entry: Entry, language: Language, format: 'json' | 'yaml'): string {
  const { place, needs = [], assigned = [] } = entry;
  if (place === 'machine' || place === 'pattern') return text;
  if (place === 'detail') return format === 'json' ? `{"detail": {${text}}}` : `detail:\n${indent(text, 2)}`;

  const first = place === 'states' ? /^"?([^":]+)"?:/.exec(text)![1] : 'Here';
  // What a variable holds comes from the input, so that nothing is known of it.
  const anything = (name: string): [string, string] =>
    language === 'JSONata' ? [name, '{% $states.input %}'] : [`${name}.$`, '$'];
  const before = JSON.stringify({
    Type: 'Pass',
    ...(assigned.length > 0 ? { Assign: Object.fromEntries(assigned.map(anything)) } : {}),
    Next: first,
  });
  const data = language === 'JSONPath' ? 'Parameters' : 'Arguments';
  const task = `"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "${data}": {}, "End": true`;
  const others = [`"Before": ${before}`, ...needs.map((name) => `"${name}": ${end(name)}`)];
  if (format === 'json') {
    const here = {
      states: text,
      task: `"Here": {${task}, ${text}}`,
      choices: `"Here": {"Type": "Choice", "Choices": [${text}], "Default": "${needs[0]}"}`,
    };
    return `{"StartAt": "Before", "QueryLanguage": "${language}", "States": {${[...others, here[place]].join(', ')}}}`;
  }
  const here = {
    states: indent(text, 2),
    task: `  Here:\n    ${task.split(', "').join('\n    "')}\n${indent(text, 4)}`,
    choices: `  Here:\n    Type: Choice\n    Default: ${needs[0]}\n    Choices:\n${indent(text, 6)}`,
  };
  const lines = others.map((state) => `  ${state}`);
  return [`StartAt: Before`, `QueryLanguage: ${language}`, `States:`, ...lines, here[place], ''].join('\n');
}

/** What a state that a snippet leads to does: one for failures fails. */
function end(name: string): string {
  return /fail/i.test(name) ? '{"Type": "Fail", "Error": "Failed"}' : '{"Type": "Succeed"}';
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
