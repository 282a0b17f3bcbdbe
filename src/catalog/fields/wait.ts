import { assign, inputAndOutputPath, output } from './dataFlow';
import { BOTH, JSONPATH, defineFields } from './define';
import { everyState } from './everyState';
import { PAGES } from './sources';
import { transitions } from './transitions';

const TIMES = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];
const others = (name: string) => TIMES.filter((time) => time !== name);

export const waitFields = defineFields('Wait', {
  ...everyState,
  Seconds: {
    languages: BOTH,
    required: { oneOf: 'time' },
    shape: { kind: 'integer', min: 0, max: 99999999 },
    jsonata: true,
    excludes: others('Seconds'),
    summary: 'How many seconds to wait.',
    example: '30',
    source: PAGES.wait,
  },
  Timestamp: {
    languages: BOTH,
    required: { oneOf: 'time' },
    shape: { kind: 'string', format: 'timestamp' },
    jsonata: true,
    excludes: others('Timestamp'),
    summary: 'The time until which to wait: RFC 3339 with a capital "T", and "Z" or an offset.',
    limits: ['A time in the past ends the wait at once.'],
    example: '"2027-03-01T06:00:00Z"',
    source: PAGES.wait,
  },
  SecondsPath: {
    languages: JSONPATH,
    required: { oneOf: 'time' },
    shape: { kind: 'string', format: 'referencePath' },
    excludes: others('SecondsPath'),
    summary: 'Where in the input the seconds to wait stand.',
    example: '"$.delay"',
    source: PAGES.wait,
  },
  TimestampPath: {
    languages: JSONPATH,
    required: { oneOf: 'time' },
    shape: { kind: 'string', format: 'referencePath' },
    excludes: others('TimestampPath'),
    summary: 'Where in the input the time until which to wait stands.',
    example: '"$.dueAt"',
    source: PAGES.wait,
  },
  ...inputAndOutputPath,
  Output: output('What the state passes on after the wait.', 'the input'),
  Assign: assign('when the wait is over'),
  ...transitions,
});
