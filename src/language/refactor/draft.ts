import { buildStateMachine, type Scope, type State, type StateMachine } from '../../model/stateMachine';
import { applyEdits, type PlainValue, type TextEdit } from '../../syntax/edit';
import { EditedText } from '../../syntax/editedText';
import type { IntroducedValue } from '../../syntax/joinedList';
import { parseJson } from '../../syntax/json';
import { parseHcl } from '../../syntax/hcl';
import { contains, get, pathTo } from '../../syntax/navigate';
import type { Format, Tree, TreeNode } from '../../syntax/tree';
import { parseYaml } from '../../syntax/yaml';
import { Changes } from './changes';
import { exchangedStates, indented } from './exchangedStates';
import { member } from './member';
import type { Block } from './stateBlocks';

/** Stands for states that are moved until their text is put there. */
const MARK = 'statesThatMove';

/** A machine in a text of its own that is changed step by step and read anew after each. */
export class Draft {
  readonly #original: StateMachine;
  #text: string;
  machine: StateMachine;

  constructor(machine: StateMachine) {
    this.#original = machine;
    this.#text = machine.tree.source.text;
    this.machine = this.#read();
  }

  state(name: string): State {
    const state = this.machine.states.find((each) => each.name === name);
    if (!state) throw new Error(`The draft has no state "${name}".`);
    return state;
  }

  change(describe: (changes: Changes, machine: StateMachine) => void): void {
    const changes = new Changes();
    describe(changes, this.machine);
    const edits = changes.edits(this.machine.tree);
    if (!edits) throw new Error('The draft cannot hold the change.');
    this.#set(applyEdits(this.#text, edits));
  }

  /** Puts other blocks, or a state that is yet to be filled in, in the place of some states of a level. */
  exchange(scope: Scope, gone: readonly State[], blocks: readonly Block[]): void {
    this.#set(exchangedStates(this.machine, scope, gone, blocks));
  }

  /** A block for `exchange` that `fill` gives its value. */
  empty(name: string): Block {
    return { text: member(this.machine.tree, name, `"${MARK}"`), behind: '' };
  }

  /** Gives a state its value; where that holds `MOVED`, the blocks are put. */
  fill(name: string, value: PlainValue, blocks: readonly Block[]): void {
    const entry = (machine: StateMachine): TreeNode | undefined => find(machine.root, name);
    this.change((changes, machine) => {
      const node = entry(machine);
      if (node) changes.value(node, value);
    });
    const marked = this.#marked();
    if (!marked) return;
    const edited = new EditedText(this.machine.tree);
    const [from, to] = edited.inner(marked);
    const key = marked.parent?.kind === 'property' ? edited.inner(marked.parent.key)[0] : from;
    const unit = edited.unit;
    const indentation = edited.indentation(key);
    const startsLine = indentation.length === edited.column(key);
    const inner = startsLine ? ' '.repeat(edited.column(key)) + unit : indentation;
    const around = marked.parent?.kind === 'property' ? marked.parent.parent : undefined;
    const isBlock =
      this.machine.tree.format === 'yaml' && around && this.#text[edited.inner(around)[0]] !== '{';
    const isSpread =
      startsLine || blocks.some(({ text, behind }) => `${text}${behind}`.includes('\n') || behind !== '');
    const comma = isBlock || (this.machine.tree.format === 'hcl' && isSpread) ? '' : ',';
    const placed = blocks.map(({ text, behind }, index) =>
      indented(`${text}${index < blocks.length - 1 ? comma : ''}${behind}`, inner),
    );
    const text = isBlock
      ? `\n${inner}${placed.join(`\n${inner}`)}`
      : isSpread
        ? `{\n${inner}${placed.join(`\n${inner}`)}\n${indentation}}`
        : `{ ${placed.join(' ')} }`;
    this.#set(this.#text.slice(0, isBlock ? edited.behindText(from) : from) + text + this.#text.slice(to));
  }

  /** One edit of the place where the machine stands; `undefined` where the result could not be read. */
  edit(introduced?: IntroducedValue): TextEdit | undefined {
    if (this.machine.tree.problems.some(({ harmless }) => !harmless)) return undefined;
    const { source } = this.#original.tree;
    const before = source.text;
    const after = this.#text;
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let end = 0;
    while (
      end < before.length - start &&
      end < after.length - start &&
      before.at(-1 - end) === after.at(-1 - end)
    )
      end++;
    return new EditedText(this.#original.tree).edit(
      start,
      before.length - end,
      after.slice(start, after.length - end),
      introduced,
    );
  }

  #marked(): TreeNode | undefined {
    const pending: TreeNode[] = [this.machine.root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (node.kind === 'string' && node.value === MARK) return node;
      if (node.kind === 'object') for (const { value } of node.properties) if (value) pending.push(value);
      if (node.kind === 'array') pending.push(...node.items);
    }
    return undefined;
  }

  #set(text: string): void {
    const breaks = this.#original.tree.source.text.includes('\r\n');
    this.#text = breaks ? text.replace(/\r?\n/g, '\r\n') : text;
    this.machine = this.#read();
  }

  #read(): StateMachine {
    const { tree, root, type } = this.#original;
    const read: Tree | undefined = READ[tree.format](this.#text);
    // What Terraform hands to `jsonencode` has no path; where it begins stays.
    const node = tree.format === 'hcl' ? objectAt(read?.root, root.span.start) : at(read?.root, pathTo(root));
    const machine = read && buildStateMachine(read, type, node);
    if (!machine) throw new Error('The draft holds no machine.');
    return machine;
  }
}

const READ: Readonly<Record<Format, (text: string) => Tree | undefined>> = {
  json: parseJson,
  yaml: parseYaml,
  hcl: parseHcl,
};

function at(root: TreeNode | undefined, path: readonly (string | number)[]): TreeNode | undefined {
  return path.reduce<TreeNode | undefined>(
    (node, step) =>
      typeof step === 'string' ? get(node, step) : node?.kind === 'array' ? node.items.at(step) : undefined,
    root,
  );
}

function objectAt(root: TreeNode | undefined, start: number): TreeNode | undefined {
  let node = root;
  while (node && (node.kind !== 'object' || node.span.start !== start)) {
    const inner: readonly (TreeNode | undefined)[] =
      node.kind === 'object'
        ? node.properties.map(({ value }) => value)
        : node.kind === 'array'
          ? node.items
          : node.kind === 'dynamic'
            ? [node.inner]
            : [];
    node = inner.find((each) => each && contains(each.span, start));
  }
  return node;
}

/** In a value for `fill`: where the blocks come to stand. */
export const MOVED: PlainValue = MARK;

/** The value of the state of this name that is not filled in yet. */
function find(root: TreeNode, name: string): TreeNode | undefined {
  const pending: TreeNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'array') pending.push(...node.items);
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.properties) {
      if (key.value === name && value?.kind === 'string' && value.value === MARK) return value;
      if (value) pending.push(value);
    }
  }
  return undefined;
}
