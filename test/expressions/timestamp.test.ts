import { timestampProblem } from '../../src/expressions/timestamp';
import { variableNameProblem } from '../../src/expressions/variableName';
import { expectNone, expectProblems } from './expectProblems';

describe('Timestamps', () => {
  const problems = (text: string): NonNullable<ReturnType<typeof timestampProblem>>[] => {
    const problem = timestampProblem(text);
    return problem ? [problem] : [];
  };
  expectNone(
    [
      '2026-01-31T09:30:00Z',
      '2026-01-31T09:30:00.123456789Z',
      '2026-01-31T09:30:00+01:00',
      '2024-02-29T23:59:60-11:30',
      '${When}',
    ],
    problems,
  );
  expectProblems(
    {
      '«31-01-2026T09:30:00Z»': 'does not start with a date',
      '2026-«13»-01T09:30:00Z': 'no month "13"',
      '2026-02-«29»T09:30:00Z': 'has no day "29"',
      '«2026-01-31»': 'has no time',
      '2026-01-31« »09:30:00Z': 'separated by "T"',
      '2026-01-31«t»09:30:00Z': 'separated by "T"',
      '2026-01-31T«9:30Z»': 'is not a time',
      '2026-01-31T«25»:30:00Z': 'no hour "25"',
      '2026-01-31T09:«60»:00Z': 'no minute "60"',
      '«2026-01-31T09:30:00»': 'no time zone',
      '2026-01-31T09:30:00«z»': 'is not a time zone',
      '2026-01-31T09:30:00«+25:00»': 'no time zone "+25:00"',
      '2026-01-31T09:30:00Z«[UTC]»': 'follows the end',
    },
    problems,
  );
});

describe('Names of variables', () => {
  const problems = (text: string): NonNullable<ReturnType<typeof variableNameProblem>>[] => {
    const problem = variableNameProblem(text);
    return problem ? [problem] : [];
  };
  expectNone(['a', 'orderId2', 'größe', '_private', 'x'.repeat(80), '${Name}'], problems);
  expectProblems(
    {
      '«states»': 'keeps for itself',
      '«order-id»': '"order-id" has characters',
      '«2nd»': '"2nd" has characters',
      [`«${'x'.repeat(81)}»`]: '81 characters',
    },
    problems,
  );
});
