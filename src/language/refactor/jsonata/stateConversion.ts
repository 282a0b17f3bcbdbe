import { fieldsOf } from '../../../catalog/fields';
import type { Owner } from '../../../catalog/fieldTypes';
import type { JsonPath } from '../../../expressions/jsonPath';
import type { State } from '../../../model/stateMachine';
import { getItems, property } from '../../../syntax/navigate';
import type { ObjectNode, Property } from '../../../syntax/tree';
import { Changes } from '../changes';
import { expression, literalText, STATE_INPUT, STATE_RESULT, ERROR_OUTPUT, Unsure, type Code } from './code';
import { conditionCode, isConditionField } from './conditionCode';
import { dataCode, select, type Data } from './data';
import { pathOrIntrinsicCode } from './intrinsicCode';
import { changeMapParts } from './mapParts';
import type { Names } from './names';
import { changeNumberPath, textOf } from './numberPath';
import { pathTextCode, type Roots } from './pathCode';
import { EMPTY, INPUT, picked, placed } from './placing';
import { changeLiteral, changeTemplate } from './templateCode';

/** The changes that make one JSONPath state a JSONata state of the same meaning; throws `Unsure` where there are none. */
export function convertState(state: State, names: Names): Changes {
  return new StateConversion(state, names).convert();
}

/** States that have a result beside their input. */
const WITH_RESULT: ReadonlySet<string> = new Set(['Task', 'Map', 'Parallel']);

/** Fields that hold the path to a single number or time. */
const VALUE_PATHS: ReadonlySet<string> = new Set([
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
]);
/** Fields of JSONPath that have got another form or place. */
const HANDLED: ReadonlySet<string> = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
]);

class StateConversion {
  readonly #changes = new Changes();
  readonly #node: ObjectNode;
  readonly #raw: Roots;
  readonly #names: Names;
  /** Fields of the old language whose place nothing has taken yet; the last one is the best for "Output". */
  readonly #free = new Set<Property>();

  constructor(
    readonly state: State,
    names: Names,
  ) {
    this.#node = state.node;
    this.#names = names;
    this.#raw = { names, input: STATE_INPUT };
  }

  convert(): Changes {
    const { type } = this.state;
    if (!type) throw new Unsure('its type is not known');
    if (this.#node.properties.some(({ merged }) => merged)) throw new Unsure('it is merged of several parts');
    for (const name of ['InputPath', 'ItemsPath', 'OutputPath', 'ResultSelector', 'ResultPath']) {
      const field = property(this.#node, name);
      if (field) this.#free.add(field);
    }
    const input = this.#input();
    const inner: Roots = { names: this.#names, input: dataCode(input, this.#raw) };
    const result = this.#result(type, input, inner);
    this.#assign(this.#node, this.#assignRoots(type, result));
    this.#output(type, result, inner);
    if (type === 'Choice') this.#choices(inner);
    for (const catcher of this.state.catchers) this.#catcher(catcher);
    for (const field of this.#free) this.#changes.remove(field);
    this.#fields(type, inner);
    return this.#changes;
  }

  /** What "InputPath" leaves of the input. */
  #input(): Data {
    const field = property(this.#node, 'InputPath');
    if (!field?.value) return INPUT;
    if (field.value.kind === 'null') return EMPTY;
    return { kind: 'code', code: pathTextCode(textOf(field), this.#raw) };
  }

  /** What the state makes of its input, with the fields that say so changed. */
  #result(type: string, input: Data, inner: Roots): Data {
    const parameters = property(this.#node, 'Parameters');
    switch (type) {
      case 'Task':
      case 'Parallel':
        if (parameters?.value) {
          this.#changes.rename(parameters, 'Arguments');
          changeTemplate(parameters.value, inner, this.#changes);
        } else if (inner.input && inner.input.text !== STATE_INPUT.text) {
          this.#put('Arguments', expression(inner.input), 'InputPath');
        }
        break;
      case 'Map':
        changeMapParts(this.state, inner, this.#changes);
        this.#items(input, inner);
        break;
      case 'Pass': {
        const literal = property(this.#node, 'Result');
        if (literal) this.#free.add(literal);
        if (parameters) this.#free.add(parameters);
        if (literal && parameters) throw new Unsure('it has both "Result" and "Parameters"');
        if (literal?.value) return { kind: 'literal', node: literal.value };
        return parameters?.value ? { kind: 'template', node: parameters.value, roots: inner } : input;
      }
      default:
        return input;
    }
    return { kind: 'code', code: STATE_RESULT };
  }

  #items(input: Data, inner: Roots): void {
    const path = property(this.#node, 'ItemsPath');
    // What a reader reads takes the place of the items of the input.
    if (property(this.#node, 'ItemReader')) return;
    if (path) this.#put('Items', expression(pathTextCode(textOf(path), inner)), 'ItemsPath');
    else if (input !== INPUT && inner.input) this.#put('Items', expression(inner.input), 'InputPath');
  }

  /** What "$" is in the state's own "Assign". */
  #assignRoots(type: string, result: Data): Roots {
    const roots: Roots = { names: this.#names };
    const hides = WITH_RESULT.has(type) ? 'ResultSelector' : type === 'Pass' ? undefined : 'InputPath';
    if (hides && property(this.#node, hides)) return roots;
    const part = ({ segments }: JsonPath, text: string): Code =>
      dataCode(select(result, segments, text, this.#raw), this.#raw);
    return { ...roots, part };
  }

  #assign(holder: ObjectNode, roots: Roots): void {
    const assign = property(holder, 'Assign');
    if (assign?.value) changeTemplate(assign.value, roots, this.#changes);
  }

  #output(type: string, result: Data, inner: Roots): void {
    if (type === 'Fail') return;
    const selector = property(this.#node, 'ResultSelector');
    const selected: Data = selector?.value
      ? { kind: 'template', node: selector.value, roots: { names: this.#names, input: STATE_RESULT } }
      : result;
    const whole =
      WITH_RESULT.has(type) || type === 'Pass'
        ? placed(property(this.#node, 'ResultPath'), selected)
        : result;
    const output = picked(property(this.#node, 'OutputPath'), whole, this.#raw);
    const usual = WITH_RESULT.has(type) ? STATE_RESULT : STATE_INPUT;
    if (output.kind === 'code' && output.code.text === usual.text) return;
    this.#writeOutput(output, inner);
  }

  #writeOutput(output: Data, inner: Roots): void {
    const written = output.kind === 'template' || output.kind === 'literal' ? output.node.parent : undefined;
    if (written?.kind === 'property' && this.#free.delete(written) && written.value) {
      this.#changes.rename(written, 'Output');
      if (output.kind === 'template') changeTemplate(written.value, output.roots, this.#changes);
      else changeLiteral(written.value, this.#changes);
      return;
    }
    const code = expression(dataCode(output, inner));
    this.#put('Output', code);
    for (const rule of this.state.choiceRules) this.#changes.add(rule, 'Output', code);
  }

  /** Writes a field in the place of one that is no longer needed, the named one if it can be. */
  #put(name: string, value: string, ...preferred: readonly string[]): void {
    const wanted = preferred
      .map((each) => property(this.#node, each))
      .find((each) => each && this.#free.has(each));
    const place =
      wanted ?? [...this.#free].filter(({ name }) => preferred.length === 0 && name !== 'ItemsPath').pop();
    if (!place) {
      this.#changes.add(this.#node, name, value, property(this.#node, 'Type'));
      return;
    }
    this.#free.delete(place);
    this.#changes.put(place, name, value);
  }

  #choices(inner: Roots): void {
    for (const rule of getItems(this.#node, 'Choices')) {
      if (rule.kind !== 'object') throw new Unsure('a rule is no object');
      this.#assign(rule, property(this.#node, 'InputPath') ? { names: this.#names } : inner);
      const [first, ...others] = rule.properties.filter(({ name }) => isConditionField(name));
      if (!first) throw new Unsure('a rule has no condition');
      const condition = expression(conditionCode(rule, inner));
      this.#changes.put(first, 'Condition', condition);
      for (const other of others) this.#changes.remove(other);
    }
  }

  #catcher(catcher: ObjectNode): void {
    const roots: Roots = { names: this.#names, input: ERROR_OUTPUT };
    if (
      getItems(catcher, 'ErrorEquals').some((name) => name.kind === 'string' && name.value === 'States.ALL')
    )
      this.#names.remarks.add('"States.ALL" catches expressions that fail; paths of JSONPath ended the run.');
    this.#assign(catcher, roots);
    const field = property(catcher, 'ResultPath');
    if (!field) return;
    const output = placed(field, { kind: 'code', code: ERROR_OUTPUT });
    const code = dataCode(output, this.#raw);
    if (code.text === ERROR_OUTPUT.text) this.#changes.remove(field);
    else this.#changes.put(field, 'Output', expression(code));
  }

  /** Fields that hold one value: paths become expressions, texts stay what they are. */
  #fields(owner: Owner, inner: Roots): void {
    for (const field of this.#node.properties) {
      const name = field.name;
      if (name === 'ErrorPath' || name === 'CausePath') {
        this.#changes.put(
          field,
          name.slice(0, -4),
          expression(pathOrIntrinsicCode(textOf(field), this.#raw)),
        );
      } else if ((name === 'Error' || name === 'Cause') && owner === 'Fail' && field.value) {
        if (field.value.kind === 'string' && literalText(field.value.value) !== field.value.value)
          this.#changes.value(field.value, literalText(field.value.value));
      } else if (name === 'Credentials' && field.value) changeTemplate(field.value, inner, this.#changes);
      else if (VALUE_PATHS.has(name)) this.#valuePath(field, inner);
      else if (!HANDLED.has(name) && !(fieldsOf(owner).get(name)?.languages.includes('JSONata') ?? false))
        throw new Unsure(`the field "${name}" has no counterpart in JSONata`);
    }
  }

  #valuePath(field: Property, inner: Roots): void {
    if (
      property(this.#node, 'InputPath') &&
      !field.name.startsWith('Seconds') &&
      field.name !== 'TimestampPath'
    )
      throw new Unsure(`what "${field.name}" reads beside "InputPath" is not surely known`);
    changeNumberPath(field, inner, this.#changes);
  }
}
