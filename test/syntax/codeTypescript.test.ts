import assert from 'node:assert/strict';
import { parseTypeScript } from '../../src/syntax/code/typescript';
import { outline } from '../support/program';

const CASES: readonly [title: string, text: string, expected: string][] = [
  [
    'imports of every kind',
    `import a, { B as C, type D } from 'm';\nimport * as e from "n";\nconst { F: g, h } = require('o');\nconst i = require('p').J;\nconst k = await import('q');`,
    'import m: * as a, B as C, D as D\nimport n: * as e\nimport o: F as g, h as h\nimport p: J as i\nimport q: * as k',
  ],
  [
    'functions',
    'export const f = async ({ a, b: c }: T, d = 1): Promise<void> => { await g(a!); };\nfunction* h() {}\nexports.i = (x) => x as Y;',
    'f = async f({a: a, b: c}, d) => <await g(a)>\nfunction h()\nexports.i = i(x) => <return x>',
  ],
  [
    'try with all its parts',
    'try { a(); } catch (e: unknown) { throw e; } finally { b(); }\ntry { c(); } catch { }',
    'try\n  a()\nexcept all as e\n  raise e\nfinally\n  b()\ntry\n  c()\nexcept all',
  ],
  [
    'loops',
    'for (const [a, b] of c) d();\nfor (let i = 0; i < 3; i++) { continue; }\nwhile (x) break;\ndo { y(); } while (z);',
    'for [a, b] in c\n  d()\nfor i in (< i 3)\n  continue\nwhile x\n  break\nwhile z\n  y()',
  ],
  [
    'conditions',
    `if (a) b(); else if (c) { d(); } else e();\nswitch (f) { case 'g': h(); break; default: i(); }`,
    'if\nwhen a\n  b()\nwhen c\n  d()\nwhen else\n  e()\nif\nwhen (=== f "g")\n  h()\n  break\nwhen else\n  i()',
  ],
  [
    'calls',
    'await Promise.all(xs.map(async (x) => { await f(x); }));\na?.b?.[c]?.(...d);\nnew E.F<G>({ h, "i-j": 1, ...k, l() { m(); } });',
    'await Promise.all(xs.map(async (x) => <await f(x)>))\na.b[c](...d)\nnew E.F({h: h, i-j: 1, *: k, l: l() => <m()>})',
  ],
  [
    'chains',
    'f().then((a) => a.b).catch(console.error);',
    'f().then((a) => <return a.b>).catch(console.error)',
  ],
  ['strings', "const a = `b${c}`, d = 'e';", 'a = f"b${c}"\nd = "e"'],
  [
    'classes',
    'class A extends B { private x = f(); @C.d() async g(e) { this.x = undefined; } h = async () => {}; }',
    'class A(B)\n  this.x = f()\n  @C.d() async function g(e)\n    this.x = null\n  this.h = async h() => <>',
  ],
];

describe('reading TypeScript and JavaScript', () => {
  for (const [title, text, expected] of CASES) {
    it(title, () => assert.equal(outline(parseTypeScript(text)), expected));
  }

  it('says what a module gives out', () => {
    const text =
      'export const a = 1; export function b() {} const c = 2; export { c as d }; export default e;';
    assert.deepEqual([...parseTypeScript(text).exports], ['a', 'b', 'c', 'e']);
  });

  it('loses a half-typed statement and nothing else', () => {
    const program = parseTypeScript('const a = f(\nexport const handler = async () => { await g(); };\n');
    assert.match(outline(program), /await g\(\)/);
    assert.ok(program.broken.length > 0);
  });
});
