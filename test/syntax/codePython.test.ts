import assert from 'node:assert/strict';
import { parsePython } from '../../src/syntax/code/python';
import { outline } from '../support/program';

const CASES: readonly [title: string, text: string, expected: string][] = [
  [
    'imports',
    'import boto3 as b, os.path\nfrom a.b import c, d as e',
    'import boto3: * as b\nimport os.path: * as os\nimport a.b: c as c, d as e',
  ],
  [
    'functions',
    '@a.b(c=1)\nasync def f(x, y=2, *, z: int = 3):\n  return await g(x)',
    '@a.b(c=1) async function f(x, y=2, z=3)\n  return await g(x)',
  ],
  [
    'try with all its parts',
    'try:\n  a()\nexcept (B, c.D) as e:\n  raise\nexcept:\n  pass\nelse:\n  b()\nfinally:\n  c()',
    'try\n  a()\nexcept B or c.D as e\n  raise\nexcept all\n  pass\nelse\n  b()\nfinally\n  c()',
  ],
  [
    'loops',
    'while not done:\n  time.sleep(5)\nfor i, x in enumerate(xs):\n  continue',
    'while (not done)\n  time.sleep(5)\nfor i, x in enumerate(xs)\n  continue',
  ],
  [
    'conditions',
    'if a == 1:\n  b()\nelif c:\n  d()\nelse:\n  e()',
    'if\nwhen (== a 1)\n  b()\nwhen c\n  d()\nwhen else\n  e()',
  ],
  ['with', 'with open(p) as f, lock:\n  f.read()', 'with open(p) as f, lock\n  f.read()'],
  [
    'assignments',
    'a = b = c.d["e"]\nx, y = f(*p, **q)\nn += 1',
    'a = b = c.d["e"]\nx = y = f(...p, ...q)\nn = 1',
  ],
  ['strings', 'a = f\'{b}-c\' \'d\'\ne = r"""x"""', 'a = f"{b}-cd"\ne = "x"'],
  [
    'objects and lambdas',
    'f({"a": [1, None, True], **b}, lambda x: g(x))',
    'f({a: [1, null, true], *: b}, (x) => <return g(x)>)',
  ],
  [
    'a class',
    'class A(B):\n  def f(self):\n    self.x = 1',
    'class A(B)\n  function f(self)\n    self.x = 1',
  ],
];

describe('reading Python', () => {
  for (const [title, text, expected] of CASES) {
    it(title, () => assert.equal(outline(parsePython(text)), expected));
  }

  it('loses a half-typed statement and nothing else', () => {
    const program = parsePython(
      'import boto3\nglue = boto3.client(\n\ndef handler(event, context):\n  glue.start_job_run()\n',
    );
    assert.match(outline(program), /^import boto3/);
    assert.ok(program.broken.length > 0);
  });

  it('keeps comments without their sign', () => {
    const text = 'a = 1  # one\n## two\n';
    assert.deepEqual(
      parsePython(text).comments.map(({ text: words }) => words),
      ['one', 'two'],
    );
  });
});
