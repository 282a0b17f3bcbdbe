import assert from 'node:assert/strict';
import { LanguageDocument } from '../../../src/language/document';
import { refactor, refactorings } from '../../../src/language/refactor';
import type { StateMachine } from '../../../src/model/stateMachine';
import { judge } from '../../../src/rules/run';
import { applyEdits } from '../../../src/syntax/edit';
import type { Span, TreeNode } from '../../../src/syntax/tree';
import { readyHcl } from '../../support/hcl';
import { FILLED_IN as WORK, HOSTINGS, type Hosting } from '../../support/hostedDefinitions';

const MACHINES: Readonly<Record<string, string>> = {
  'a chain': `{
  "StartAt": "First",
  "States": {
    "First": {
      "Type": "Pass",
      "Result": { "a": 1 },
      "Next": "Call"
    },
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": {
        "FunctionName": "${WORK}",
        "Payload.$": "$"
      },
      "Next": "Again"
    },
    "Again": {
      "Type": "Task",
      "Resource": "${WORK}",
      "ResultPath": "$.again",
      "Next": "Last"
    },
    "Last": {
      "Type": "Succeed"
    }
  }
}
`,
  'states out of order, some without a way to them': `{
  "StartAt": "One",
  "States": {
    "Three": {
      "Type": "Task",
      "Resource": "${WORK}",
      "End": true
    },
    "Lost": {
      "Type": "Task",
      "Resource": "${WORK}",
      "Next": "Three"
    },
    "Two": { "Type": "Pass", "Next": "Three" },
    "One": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.a", "IsPresent": true, "Next": "Two" }
      ],
      "Default": "Three"
    },
    "Gone": { "Type": "Succeed" }
  }
}
`,
  'a branch alone': `{
  "StartAt": "Side",
  "States": {
    "Side": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "Call",
          "States": {
            "Call": {
              "Type": "Task",
              "Resource": "${WORK}",
              "Next": "Shape"
            },
            "Shape": { "Type": "Pass", "End": true }
          }
        }
      ],
      "Next": "Last"
    },
    "Last": { "Type": "Succeed" }
  }
}
`,
  JSONata: `{
  "QueryLanguage": "JSONata",
  "StartAt": "Call",
  "States": {
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${WORK}",
        "Payload": "{% $states.input %}"
      },
      "Output": "{% $states.result.Payload %}",
      "Next": "Each"
    },
    "Each": {
      "Type": "Map",
      "Items": "{% $states.input.list %}",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "Item",
        "States": {
          "Item": {
            "Type": "Task",
            "Resource": "${WORK}",
            "End": true
          }
        }
      },
      "End": true
    }
  }
}
`,
};

interface Outcome {
  readonly problems: readonly string[];
  readonly text: string;
  readonly machine: unknown;
  /** What the states that were moved to a machine of their own mean there. */
  readonly nested?: unknown;
}

/** Every place and selection of a machine where something may be offered. */
function selections({ states, scopes }: StateMachine): Span[] {
  const cursors = states.map(({ key }) => ({ start: key.span.start, end: key.span.start }));
  const runs = scopes.flatMap((scope) =>
    scope.states.flatMap(({ property }, index) =>
      scope.states.slice(index).map((last) => ({ start: property.span.start, end: last.property.span.end })),
    ),
  );
  return [...cursors, ...runs];
}

/** What a machine means: all that its host fills in is one unknown. */
function meaning(node: TreeNode | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(
        node.properties.flatMap(({ name, value }) => (value ? [[name, meaning(value)]] : [])),
      );
    case 'array':
      return node.items.map(meaning);
    case 'string':
      return node.value.replace(/\$\{[^}]*\}/g, '${}');
    case 'dynamic':
      return '${}';
    default:
      return node?.value ?? null;
  }
}

/** What cannot be read; of a definition by itself, what rules say of it, since one that means the same is judged the same. */
function problemsOf({ text, located }: LanguageDocument): string[] {
  if (located.isDefinition)
    return judge(text, located)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule }) => rule);
  const texts = located.definitions.map((definition) => definition.text);
  return [located.tree, ...texts].flatMap((tree) => tree?.problems ?? []).map(({ message }) => message);
}

/** What each offer makes of a document, by its title. */
function outcomes({ path, embed }: Hosting, definition: string): Map<string, Outcome> {
  const text = embed(definition);
  const document = new LanguageDocument({ path, text });
  const [machine] = document.located.stateMachines;
  assert.ok(machine, text);
  assert.deepEqual(document.located.tree?.problems, [], text);
  const before = new Set(problemsOf(document));
  const tried = new Set<string>();
  const found = new Map<string, Outcome>();
  for (const span of selections(machine)) {
    for (const { id, title, argument, disabled } of refactorings(document, span)) {
      if (disabled || tried.has(title)) continue;
      tried.add(title);
      const result = refactor(document, span, id, argument);
      assert.ok(result && result.edits.length > 0, `${title} changes nothing in\n${text}`);
      const after = new LanguageDocument({ path, text: applyEdits(text, result.edits) });
      const [changed, beside] = after.located.stateMachines;
      assert.ok(changed, `${title} leaves no machine:\n${after.text}`);
      // Only what stands in lines of a template is laid out.
      if (id === 'formatDefinition') {
        assert.deepEqual(meaning(changed.root), meaning(machine.root), after.text);
        continue;
      }
      const { file } = result;
      const [nested = beside] = file
        ? new LanguageDocument({ path: file.name, text: file.text }).located.stateMachines
        : [];
      const problems = problemsOf(after).filter((problem) => !before.has(problem));
      found.set(title, {
        ...{ problems, text: after.text, machine: meaning(changed.root) },
        nested: nested && meaning(nested.root),
      });
    }
  }
  return found;
}

/** What is offered anywhere does something, and the same in every host. */
describe('refactorings in every host', () => {
  before(readyHcl);

  for (const [name, definition] of Object.entries(MACHINES)) {
    let expected: ReadonlyMap<string, Outcome> | undefined;
    for (const [host, hosting] of Object.entries(HOSTINGS)) {
      it(`${name} in ${host}`, () => {
        expected ??= outcomes(HOSTINGS['a file of JSON'], definition);
        const actual = outcomes(hosting, definition);
        for (const [offer, { problems, text, machine, nested }] of actual) {
          assert.deepEqual(problems, [], `${offer} in\n${text}`);
          assert.deepEqual(machine, expected.get(offer)?.machine, `${offer} in\n${text}`);
          assert.deepEqual(nested, expected.get(offer)?.nested, `${offer} in\n${text}`);
        }
        assert.deepEqual([...actual.keys()], [...expected.keys()]);
      });
    }
  }

  it('with the line breaks of Windows', () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    for (const [host, { path, embed }] of Object.entries(HOSTINGS)) {
      const written = (hosting: Hosting): [string, string][] =>
        Array.from(outcomes(hosting, MACHINES['a branch alone']), ([offer, { text }]) => [offer, text]);
      const expected = written({ path, embed }).map(([offer, text]) => [offer, windows(text)]);
      assert.deepEqual(written({ path, embed: (definition) => windows(embed(definition)) }), expected, host);
    }
  });
});
