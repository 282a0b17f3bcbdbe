import { gapsOf } from '../model/gaps';
import type { EmbeddedDefinition, Located } from '../model/locate';
import type { StateMachine } from '../model/stateMachine';
import { TreeEditor } from '../syntax/edit';
import { contains } from '../syntax/navigate';
import type { Span, TreeNode } from '../syntax/tree';
import type { Occurrence, Symbol } from './occurrences';

/** A name in `DefinitionSubstitutions` with every `${Name}` of the definition that it fills in. */
export function substitutionAt(
  { definitions, template, stateMachines, isDefinition }: Located,
  offset: number,
): Symbol | undefined {
  const [own] = stateMachines;
  if (isDefinition && own) return gapAt(own, offset);
  for (const definition of definitions) {
    const name = nameAt(definition, offset);
    const named = definition.substitutions?.find((one) => one.name === name);
    const { machine } = definition;
    if (!named || !machine || !template) continue;
    const { key } = named;
    const editor = new TreeEditor(template.tree);
    const declared: Occurrence = {
      role: 'definition',
      span: inside(key),
      whole: key.span,
      rename: (to) => (key.parent?.kind === 'property' ? editor.rename(key.parent, to) : undefined),
    };
    const occurrences = [declared, ...gapsNamed(machine, named.name)];
    return symbolOf(machine, named.name, occurrences);
  }
  return undefined;
}

/** A name that a definition in a file of its own leaves to be filled in. */
function gapAt(machine: StateMachine, offset: number): Symbol | undefined {
  const gap = gapsOf(machine).find(({ whole }) => contains(whole, offset));
  return gap && symbolOf(machine, gap.name, gapsNamed(machine, gap.name));
}

function symbolOf(machine: StateMachine, name: string, occurrences: Occurrence[]): Symbol {
  occurrences.sort((a, b) => a.span.start - b.span.start);
  return { kind: 'substitution', name, machine, scope: machine.scope, occurrences };
}

function gapsNamed(machine: StateMachine, name: string): Occurrence[] {
  const { source } = machine.tree;
  return gapsOf(machine)
    .filter((gap) => gap.name === name)
    .map(({ span, whole }) => ({
      role: 'reference',
      span,
      whole,
      rename: (to) => {
        const newText = source.encode(to, source.fromHost(span.start), source.fromHost(span.end));
        return newText === undefined ? undefined : { span, newText };
      },
    }));
}

function nameAt({ machine, substitutions = [] }: EmbeddedDefinition, offset: number): string | undefined {
  const declared = substitutions.find(({ key }) => contains(key.span, offset));
  if (declared) return declared.name;
  return machine && gapsOf(machine).find(({ whole }) => contains(whole, offset))?.name;
}

function inside(key: TreeNode): Span {
  if (key.kind !== 'string') return key.span;
  return { start: key.mapped.toHost(0), end: key.mapped.toHost(key.mapped.text.length) };
}
