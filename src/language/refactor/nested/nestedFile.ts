import { yamlScalar } from '../../../syntax/plainValue';
import { indented } from '../exchangedStates';
import type { Place, RefactoringResult } from '../refactoring';
import type { Section } from '../section';
import type { Block } from '../stateBlocks';
import { callNested, camel, pascal } from './nestedCall';
import { permissions } from './permissions';

/** The section becomes a file beside the definition's. */
export function nestedFile({ machine }: Place, section: Section): RefactoringResult | undefined {
  const id = pascal(section.entry.name);
  const jsonata = machine.queryLanguage === 'JSONata';
  const { draft, blocks } = callNested(machine, section, `\${${id}Arn}`);
  const edit = draft.edit();
  if (!edit) return undefined;
  const isYaml = machine.tree.format === 'yaml';
  return {
    edits: [edit],
    file: {
      name: `${camel(section.entry.name)}.asl.${isYaml ? 'yaml' : 'json'}`,
      text: (isYaml ? yamlFile : jsonFile)(section.entry.name, jsonata, blocks),
    },
    remarks: [
      `"\${${id}Arn}" stands for the ARN of the new state machine: give it a value where this one is deployed.`,
      permissions('The role of this state machine', 'the new one'),
    ],
  };
}

function jsonFile(start: string, jsonata: boolean, blocks: readonly Block[]): string {
  const head = [...(jsonata ? ['"QueryLanguage": "JSONata"'] : []), `"StartAt": ${JSON.stringify(start)}`];
  const states = blocks
    .map(({ text, behind }, index) =>
      atMargin(`${text}${index < blocks.length - 1 ? ',' : ''}${behind}`, '    '),
    )
    .join('\n');
  return `{\n${head.map((line) => `  ${line},\n`).join('')}  "States": {\n${states}\n  }\n}\n`;
}

function yamlFile(start: string, jsonata: boolean, blocks: readonly Block[]): string {
  const head = `${jsonata ? 'QueryLanguage: JSONata\n' : ''}StartAt: ${yamlScalar(start)}\n`;
  // A state that was written in braces behind a comma stays one.
  return `${head}States:\n${blocks.map(({ text, behind }) => atMargin(text + behind, '  ')).join('\n')}\n`;
}

function atMargin(block: string, indentation: string): string {
  return indentation + indented(block.replace(/\r/g, ''), indentation);
}
