import { gapsOf } from '../../model/gaps';
import type { EmbeddedDefinition, Located } from '../../model/locate';
import type { WorkspaceGraph } from '../../model/workspace';
import { contains } from '../../syntax/navigate';
import type { LanguageDocument } from '../document';
import { machineAt } from '../machineAt';
import type { Item } from './item';
import { toSnippet } from './stops';

interface Name {
  readonly name: string;
  readonly detail: string;
}

/** What `Fn::Sub` knows in every template. */
const PSEUDO_PARAMETERS = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::StackName'];

/** Names that can be filled in behind `${`; `undefined` where none is asked for. */
export function substitutionItems(
  document: LanguageDocument,
  offset: number,
  graph: WorkspaceGraph | undefined,
): Item[] | undefined {
  const machine = machineAt(document, offset);
  if (!machine) return undefined;
  const { source } = machine.tree;
  const at = source.fromHost(offset);
  const typed = /(?<!\$)\$\{\s*!?([\w.:-]*)$/.exec(source.text.slice(Math.max(0, at - 200), at))?.[1];
  if (typed === undefined) return undefined;
  const rest = /^[\w.:-]*/.exec(source.text.slice(at))?.[0] ?? '';
  const closing = source.text[at + rest.length] === '}' ? '' : '}';
  const [start, end] = [at - typed.length, at + rest.length];
  const replace = { start: source.toHost(start), end: source.toHost(end) };
  const own = { name: source.text.slice(start, end) };
  const names = distinct([
    ...namesFilledIn(document, graph, offset),
    ...gapsOf(machine)
      .filter(({ name }) => name !== own.name)
      .map(({ name }) => ({ name, detail: 'used in this definition' })),
  ]);
  return names.map(({ name, detail }, index) => ({
    label: name,
    kind: 'variable',
    detail,
    newText: toSnippet(source.encode(name + closing, start, end) ?? name),
    replace,
    rank: index,
  }));
}

function namesFilledIn(
  { located, path }: LanguageDocument,
  graph: WorkspaceGraph | undefined,
  offset: number,
): Name[] {
  const around = located.definitions.find(({ machine }) => machine && contains(machine.root.span, offset));
  if (around?.substitutions)
    return around.substitutions.map(({ name }) => ({ name, detail: 'DefinitionSubstitutions' }));
  if (around) return namesOfSub(located, around);
  const file = graph?.part(path, '');
  const runners = file && graph ? graph.runnersOf(file) : [];
  return runners.flatMap((runner) =>
    (runner.substitutions ?? []).map(({ name, value }) => ({ name, detail: value ?? runner.name })),
  );
}

/** `Fn::Sub` fills in resources, what they give, and parameters. */
function namesOfSub({ template }: Located, { resource }: EmbeddedDefinition): Name[] {
  if (!template || template.kind === 'terraform') return [];
  const others = template.resources.filter((one) => one !== resource);
  return [
    ...others.flatMap(({ id, type }) => [
      { name: `${id}.Arn`, detail: type },
      { name: id, detail: type },
    ]),
    ...[...template.parameters.keys()].map((name) => ({ name, detail: 'parameter' })),
    ...PSEUDO_PARAMETERS.map((name) => ({ name, detail: 'pseudo parameter' })),
  ];
}

function distinct(names: readonly Name[]): Name[] {
  return names.filter(({ name }, index) => names.findIndex((one) => one.name === name) === index);
}
