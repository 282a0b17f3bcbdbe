import type { Located } from '../model/locate';
import { getObject, getString, property } from '../syntax/navigate';
import type { ObjectNode, Span } from '../syntax/tree';
import { lineEnd, lineStart } from '../syntax/lines';

/** One rule switched off at one place by the file itself. */
export interface Suppression {
  /** A rule id, a family `asl/*`, or `*`. */
  readonly rule: string;
  /** Findings that start in here are not shown. */
  readonly scope: Span;
  /** Where the file says so. */
  readonly span: Span;
}

const DIRECTIVE = /orchestration-lens-disable(-next-line|-line)?(?![\w-])[ \t:]*([\w/*, -]*)/g;

/**
 * What a file switches off. In YAML and in code by comments: `# orchestration-lens-disable-next-line asl/…`, `-line`,
 * or `orchestration-lens-disable` for the whole file. In JSON, which has no comments, by the same words in
 * a state's `Comment`, which then hold for that state, or in the machine's, for the whole machine; in a template
 * in the `Comment` of a resource's `Metadata`, for that resource.
 */
export function suppressionsIn(
  text: string,
  { tree, stateMachines, code, template }: Located,
): Suppression[] {
  if (!text.includes('orchestration-lens-disable')) return [];
  const found: Suppression[] = [];
  for (const comment of tree?.comments ?? code?.program.comments ?? []) {
    for (const { kind, rules } of directives(comment.text)) {
      const scope = commentScope(text, comment.span, kind);
      for (const rule of rules) found.push({ rule, scope, span: comment.span });
    }
  }
  const inComment = (holder: ObjectNode, scope: Span): void => {
    const comment = getString(holder, 'Comment');
    if (!comment) return;
    const span = property(holder, 'Comment')?.span ?? comment.span;
    for (const { rules } of directives(comment.value)) {
      for (const rule of rules) found.push({ rule, scope, span });
    }
  };
  for (const machine of stateMachines) {
    const holders: ObjectNode[] = [machine.root, ...machine.states.map(({ node }) => node)];
    for (const holder of holders) {
      inComment(holder, holder.parent?.kind === 'property' ? holder.parent.span : holder.span);
    }
  }
  for (const { node, key } of template?.resources ?? []) {
    const metadata = getObject(node, 'Metadata');
    if (metadata) inComment(metadata, { start: key.start, end: node.span.end });
  }
  return found;
}

/** True where a suppression switches off a rule. */
export function suppresses(suppression: Suppression, rule: string, span: Span): boolean {
  const { scope } = suppression;
  if (span.start < scope.start || span.start > scope.end) return false;
  return (
    suppression.rule === '*' || suppression.rule === rule || suppression.rule === `${rule.split('/')[0]}/*`
  );
}

type Directive = { kind: '' | '-line' | '-next-line'; rules: string[] };

function directives(text: string): Directive[] {
  return Array.from(text.matchAll(DIRECTIVE), ([, kind, list]) => {
    const rules = list.split(/[\s,]+/).filter((word) => /^(?:[\w-]+\/(?:[\w-]+|\*)|\*)$/.test(word));
    return { kind: (kind ?? '') as Directive['kind'], rules: rules.length > 0 ? rules : ['*'] };
  });
}

function commentScope(text: string, { start, end }: Span, kind: Directive['kind']): Span {
  if (kind === '') return { start: 0, end: text.length };
  const ownEnd = lineEnd(text, end);
  if (kind === '-line') return { start: lineStart(text, start), end: ownEnd };
  const lineBreak = text.indexOf('\n', ownEnd);
  const next = lineBreak < 0 ? text.length : lineBreak + 1;
  return { start: next, end: lineEnd(text, next) };
}
