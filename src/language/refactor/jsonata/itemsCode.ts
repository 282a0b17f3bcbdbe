import type { PathSegment, SliceSegment } from '../../../expressions/jsonPath';
import { operand, Unsure, type Code } from './code';
import { filterCode, type PathWriter } from './filterCode';
import type { Names } from './names';

/**
 * The values that a segment leads to from one value, as a sequence that keeps an array around a single one.
 * `text` is the string that the segment's offsets count in; what `mayBeNone` may be no array.
 */
export function itemsCode(
  segment: PathSegment,
  from: Code,
  mayBeNone: boolean,
  text: string,
  names: Names,
  pathOf: PathWriter,
  written: string,
): string {
  const list = operand(from) || '$';
  const ofArray = mayBeNone ? `${names.call('type')}(${list}) = 'array' ? ${list}` : list;
  switch (segment.kind) {
    case 'wildcard':
      return mayBeNone || text[segment.start] !== '[' ? everyMember(list, names) : list;
    case 'filter':
      return `${list}[${filterCode(segment, names, pathOf, written)}]${/@(?![.[])/.test(segment.expression) ? '[]' : ''}`;
    case 'slice':
      if (segment.step !== undefined && segment.step !== 1) break;
      return sliceCode(segment, ofArray, names);
    case 'descendant':
      return `${list}.**`;
    case 'union': {
      const { members } = segment;
      // JSONata gives the items in the order of the array.
      const isRising = members.every(
        (member, index) =>
          typeof member === 'number' && member >= 0 && !(Number(members[index - 1]) >= member),
      );
      if (isRising) return picked(ofArray, [], [`${names.local('index')} in [${members.join(', ')}]`], names);
      break;
    }
    default:
  }
  throw new Unsure(`"${written}" has no sure counterpart in JSONata`);
}

/** The values of an object or the items of an array; a path finds nothing in anything else. */
function everyMember(list: string, names: Names): string {
  const type = `${names.call('type')}(${list})`;
  const item = names.local('item');
  const values = `${names.call('each')}(${list}, function(${item}) { ${item} })[]`;
  return `${type} = 'object' ? ${values} : ${type} = 'array' ? ${list}`;
}

function sliceCode({ from = 0, to }: SliceSegment, list: string, names: Names): string {
  if (from === 0 && to === undefined) return list;
  const index = names.local('index');
  const all = names.local('all');
  const place = (bound: number) => (bound < 0 ? `${names.call('count')}(${all}) - ${-bound}` : String(bound));
  const tests = [
    ...(from === 0 ? [] : [`${index} >= ${place(from)}`]),
    ...(to === undefined ? [] : [`${index} < ${place(to)}`]),
  ];
  return picked(list, from < 0 || (to ?? 0) < 0 ? [all] : [], tests, names);
}

/** The items of an array whose place fits. */
function picked(list: string, more: readonly string[], tests: readonly string[], names: Names): string {
  const parameters = [names.local('item'), names.local('index'), ...more];
  return `${names.call('filter')}(${list}, function(${parameters.join(', ')}) { ${tests.join(' and ')} })[]`;
}
