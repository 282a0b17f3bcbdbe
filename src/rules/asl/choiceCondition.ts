import { CHOICE_OPERATORS } from '../../catalog/choiceOperators';
import type { FieldOwner } from '../../model/owners';
import { headingOf } from '../../syntax/heading';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/choice-condition',
  subject: 'owner',
  only: ({ kind }) => kind === 'choiceRule' || kind === 'choiceCondition',
  severity: 'error',
  summary: 'A choice rule says in exactly one way when it applies.',
  why: 'JSONPath has "Variable" with one comparison, "And", "Or" and "Not"; JSONata has "Condition". A rule with none or several of them is refused.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  bad: [
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [«{ "Next": "A" }»], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNull": true, «"Not"»: { "Variable": "$.b", "IsNull": true }, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ «"IsNull"»: true, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Or": [{ "Variable": "$.a", "IsNull": true }], «"IsPresent"»: true, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "And": [{ «"Variable"»: "$.a" }], "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "StringEquals": "x", «"IsNull"»: false, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ «"Condition"»: "{% true %}", "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ «"Variable"»: "$.a", "IsNull": true, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.a", "IsPresent": true }, { "Not": { "Variable": "$.a", "IsNull": true } }], "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.a = 1 %}", "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    // A misspelt operator is one mistake, which has its own rule.
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "StringEqual": "x", "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
  ],

  check(owner, { machine: { tree } }) {
    return isOneCondition(owner) ? undefined : judge(tree, owner);
  },
});

/** The usual case, decided without building anything. */
function isOneCondition({ fields, queryLanguage }: FieldOwner): boolean {
  let selector: string | undefined;
  let comparisons = 0;
  for (const field of fields) {
    if (!field) return false;
    const { name } = field;
    if (CHOICE_OPERATORS.has(name)) comparisons++;
    else if (SELECTORS.has(name)) {
      if (selector !== undefined) return false;
      selector = name;
    }
  }
  if (queryLanguage === 'JSONata') return selector === 'Condition' && comparisons === 0;
  if (queryLanguage !== 'JSONPath' || selector === undefined || selector === 'Condition') return false;
  return comparisons === (selector === 'Variable' ? 1 : 0);
}

const SELECTORS: ReadonlySet<string> = new Set(['Variable', 'And', 'Or', 'Not', 'Condition']);

function* judge(tree: Tree, owner: FieldOwner): Iterable<Finding> {
  const keys = owner.node.properties.map(({ key }) => key);
  const selectors = keys.filter(({ value }) => SELECTORS.has(value));
  const comparisons = keys.filter(({ value }) => CHOICE_OPERATORS.has(value));
  const foreign = inOtherLanguage(owner, selectors, comparisons);
  const guessing = owner.layout.hasUnknown;
  if (foreign) {
    yield foreign;
  } else if (selectors.length > 1) {
    const [first, second] = selectors;
    const message = `"${second.value}" is a second condition beside "${first.value}", and a rule has one.`;
    yield { span: second.span, message };
  } else if (selectors[0]?.value !== 'Variable' && comparisons.length > 0 && !guessing) {
    const [{ value, span }] = comparisons;
    yield { span, message: `"${value}" has no "Variable" beside it whose value it could compare.` };
  } else if (selectors.length === 0 && !guessing) {
    const wanted =
      owner.queryLanguage === 'JSONata'
        ? '"Condition"'
        : '"Variable", "And", "Or" or "Not" that says when it applies';
    yield { span: headingOf(tree, owner.node), message: `This rule has no ${wanted}.` };
  } else if (selectors[0]?.value === 'Variable') {
    yield* judgeComparisons(selectors[0], comparisons, guessing);
  }
}

/** The mistake that comes of moving a rule from one query language to the other. */
function inOtherLanguage(
  { queryLanguage, state }: FieldOwner,
  selectors: readonly StringNode[],
  comparisons: readonly StringNode[],
): Finding | undefined {
  if (!queryLanguage) return undefined;
  const jsonata = queryLanguage === 'JSONata';
  const wrong =
    selectors.find(({ value }) => (value === 'Condition') !== jsonata) ??
    (jsonata ? comparisons[0] : undefined);
  if (!wrong) return undefined;
  const right = jsonata ? '"Condition"' : '"Variable", "And", "Or" or "Not"';
  const message = `"${state?.name}" is a ${queryLanguage} state, whose rules have ${right} and not "${wrong.value}".`;
  return { span: wrong.span, message };
}

function* judgeComparisons(
  variable: StringNode,
  [first, second]: readonly StringNode[],
  guessing: boolean,
): Iterable<Finding> {
  if (second) {
    const message = `"${second.value}" is a second comparison beside "${first.value}", and a rule has one.`;
    yield { span: second.span, message };
  } else if (!first && !guessing) {
    const message =
      'This "Variable" is compared with nothing: an operator such as "StringEquals" is missing.';
    yield { span: variable.span, message };
  }
}
