import undefinedVariable from '../../../src/rules/asl/undefinedVariable';
import variableScope from '../../../src/rules/asl/variableScope';
import { assertFound } from '../../support/ruleTester';

const machine = (states: string): string =>
  `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { ${states} } }`;
const read = (what: string): string => `"Type": "Succeed", "Output": "{% ${what} %}"`;
const fork = (a: string, b: string): string =>
  `"A": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": "B"${a} }], "Default": "C"${b} }`;
const map = (config: string, inner: string, next = '"End": true'): string =>
  `"M": { "Type": "Map", "ItemProcessor": { ${config}"StartAt": "I", "States": { "I": { ${inner} } } }, ${next} }`;
const distributed = '"ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, ';

const reads: [what: string, marked: string][] = [
  [
    'assigned before',
    machine(`"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "B" }, "B": { ${read('$x')} }`),
  ],
  [
    'not assigned by the state itself',
    machine(
      '"A": { "Type": "Pass", "Assign": { "x": "{% «$x» %}" }, "Next": "A2" }, "A2": { "Type": "Succeed" }',
    ),
  ],
  [
    'assigned in a loop first entered without it',
    machine(
      '"A": { "Type": "Choice", "Choices": [{ "Condition": "{% «$x» = 1 %}", "Next": "B" }], "Default": "C" }, "B": { "Type": "Succeed" }, "C": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "A" }',
    ),
  ],
  [
    'assigned on one way only',
    machine(
      `${fork(', "Assign": { "x": 1 }', '')}, "B": { "Type": "Pass", "Next": "D" }, "C": { "Type": "Pass", "Next": "D" }, "D": { ${read('«$x»')} }`,
    ),
  ],
  [
    'assigned on both ways',
    machine(
      `${fork(', "Assign": { "x": 1 }', ', "Assign": { "x": 2 }')}, "B": { "Type": "Pass", "Next": "D" }, "C": { "Type": "Pass", "Next": "D" }, "D": { ${read('$x')} }`,
    ),
  ],
  [
    'assigned by the catcher, not by the state',
    machine(
      `"A": { "Type": "Parallel", "Branches": [{ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }], "Assign": { "ok": 1 }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "bad": 1 }, "Next": "B" }], "Next": "C" }, "B": { ${read('[$bad, «$ok»]')} }, "C": { ${read('[«$bad», $ok]')} }`,
    ),
  ],
  [
    'asked for',
    machine(
      `${fork(', "Assign": { "x": 1 }', '')}, "B": { "Type": "Pass", "Next": "D" }, "C": { "Type": "Pass", "Next": "D" }, "D": { ${read('$exists($x) ? $x : 0')} }`,
    ),
  ],
  [
    'read in an iteration',
    machine(
      `"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" }, ${map('', `"Type": "Pass", "Output": "{% $x %}", "End": true`)}`,
    ),
  ],
  [
    'read in a Distributed Map',
    machine(
      `"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" }, ${map(distributed, `"Type": "Pass", "Output": "{% «$x» %}", "End": true`)}`,
    ),
  ],
  [
    'handed to a Distributed Map',
    machine(
      `"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" }, ${map(distributed, '"Type": "Pass", "End": true', '"ItemSelector": { "x": "{% $x %}" }, "End": true')}`,
    ),
  ],
  ['bound by the expression', machine(`"A": { ${read('($x := 1; $map([1], function($y) { $x + $y }))')} }`)],
  ['a function, unless a variable has its name', machine(`"A": { ${read('$map([1], $string)')} }`)],
  [
    'behind a misspelt transition',
    machine(`"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "Bx" }, "B": { ${read('$x')} }`),
  ],
  [
    'filled in from outside',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "${Path}", "End": true } } }',
  ],
  [
    'in an argument of a function',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Array($.a, «$x».y)" }, "End": true } } }',
  ],
];

const assignments: [what: string, marked: string][] = [
  [
    'in an iteration, of a variable around it',
    machine(
      `"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" }, ${map('', '"Type": "Pass", "Assign": { «"x"»: 2 }, "End": true')}`,
    ),
  ],
  [
    'in a Distributed Map, which has variables of its own',
    machine(
      `"A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" }, ${map(distributed, '"Type": "Pass", "Assign": { "x": 2 }, "End": true')}`,
    ),
  ],
  [
    'in an iteration, before the level around it has the variable',
    `{ "StartAt": "M", "States": { ${map('', '"Type": "Pass", "Assign": { "x": 2 }, "End": true', '"Next": "A"')}, "A": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } }`,
  ],
];

describe('variables', () => {
  for (const [what, marked] of reads)
    it(`are read: ${what}`, () => void assertFound(undefinedVariable, marked));
  for (const [what, marked] of assignments)
    it(`are assigned ${what}`, () => void assertFound(variableScope, marked));
});
