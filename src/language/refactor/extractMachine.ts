import type { State } from '../../model/stateMachine';
import { yamlText } from '../../syntax/plainValue';
import { described } from './extract';
import { onward, takeOut } from './move';
import { freeName, type Place, type Refactoring } from './refactoring';
import { sectionOf, variableInWay } from './section';
import type { Block } from './stateBlocks';

/** The selected states become a state machine in a file of its own, which a Task starts and waits for. */
export const extractMachine: Refactoring = {
  id: 'extractMachine',
  kind: 'refactor.extract',
  *offers(place) {
    if (place.selected.length === 0) return;
    yield { title: `Extract ${described(place)} to a nested state machine`, disabled: inWay(place) };
  },
  apply(place) {
    const { machine, selected } = place;
    const section = sectionOf(selected);
    if (typeof section === 'string') return undefined;
    const jsonata = machine.queryLanguage === 'JSONata';
    const name = freeName(machine, `Run ${section.entry.name}`);
    const id = pascal(section.entry.name);
    const { draft, blocks } = takeOut(machine, section, name);
    const request = { StateMachineArn: `\${${id}Arn}` };
    const call = jsonata
      ? { Arguments: { ...request, Input: '{% $states.input %}' }, Output: '{% $states.result.Output %}' }
      : { Parameters: { ...request, 'Input.$': '$' }, OutputPath: '$.Output' };
    draft.fill(
      name,
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        ...call,
        ...onward(section),
      },
      [],
    );
    const edit = draft.edit();
    if (!edit) return undefined;
    const isYaml = machine.tree.format === 'yaml';
    const file = {
      name: `${id.charAt(0).toLowerCase()}${id.slice(1)}.asl.${isYaml ? 'yaml' : 'json'}`,
      text: isYaml
        ? yamlFile(section.entry.name, jsonata, blocks)
        : jsonFile(section.entry.name, jsonata, blocks),
    };
    const remarks = [
      `"\${${id}Arn}" stands for the ARN of the new state machine: give it a value where this one is deployed.`,
    ];
    return { edits: [edit], file, remarks };
  },
};

/** What is different in another execution. */
const OWN_CONTEXT =
  /\$\$\.(?:Execution|StateMachine|Map|Task)\b|\$states\.context\.(?:Execution|StateMachine|Map|Task)\b/;

function inWay({ document, machine, selected }: Place): string | undefined {
  if (!document.located.isDefinition)
    return 'The definition stands in a template, which would need a resource for the new state machine.';
  if (document.path.startsWith('untitled:'))
    return 'The definition has to be saved, so that a file can stand beside it.';
  if (machine.type === 'EXPRESS') return 'An Express machine cannot wait for another state machine.';
  const section = sectionOf(selected);
  if (typeof section === 'string') return section;
  const { format, source } = machine.tree;
  const written = ({ node }: State): string =>
    source.text.slice(source.fromHost(node.span.start), source.fromHost(node.span.end));
  const sharing = format === 'yaml' && selected.find((state) => /[:-][ \t]+[&*][^\s&*]/.test(written(state)));
  if (sharing) return `"${sharing.name}" shares a part with other states by an anchor.`;
  const reader = selected.find((state) => OWN_CONTEXT.test(written(state)));
  if (reader) return `"${reader.name}" reads the context of this execution.`;
  return variableInWay(machine, section, true);
}

function jsonFile(start: string, jsonata: boolean, blocks: readonly Block[]): string {
  const head = [...(jsonata ? ['"QueryLanguage": "JSONata"'] : []), `"StartAt": ${JSON.stringify(start)}`];
  const states = blocks
    .map(({ text, behind }, index) =>
      indented(`${text}${index < blocks.length - 1 ? ',' : ''}${behind}`, '    '),
    )
    .join('\n');
  return `{\n${head.map((line) => `  ${line},\n`).join('')}  "States": {\n${states}\n  }\n}\n`;
}

function yamlFile(start: string, jsonata: boolean, blocks: readonly Block[]): string {
  const head = `${jsonata ? 'QueryLanguage: JSONata\n' : ''}StartAt: ${yamlText(start)}\n`;
  // A state that was written in braces behind a comma stays one.
  return `${head}States:\n${blocks.map(({ text, behind }) => indented(text + behind, '  ')).join('\n')}\n`;
}

function indented(block: string, indentation: string): string {
  return indentation + block.replace(/\r/g, '').replace(/\n(?!\n)/g, `\n${indentation}`);
}

function pascal(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? ['Nested'];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
