import type { Answers } from '../../advisor/decide/answers';
import { answered } from '../../advisor/decide/question';
import { recommend } from '../../advisor/decide/recommend';
import { situation } from '../../advisor/decide/situation';
import type { Recommendation } from '../../advisor/decide/verdict';
import type { Tree, TreeAnswer, TreeQuestion, TreeVerdict } from '../guideData';
import type { Step } from '../view';

/** A place in the tree; a question that two answers lead to has two spots. */
export interface Spot {
  /** The answers on the way here from the root, for example `root.1.0.2`. */
  readonly key: string;
  readonly route: readonly number[];
  /** The answer that leads here. */
  readonly by?: TreeAnswer;
  /** One of the two is there. */
  readonly question?: TreeQuestion;
  readonly verdict?: TreeVerdict;
}

export const keyOf = (route: readonly number[]): string => ['root', ...route].join('.');

/** The spot at the end of a route; where the route leaves the tree, the last spot inside. */
export function spotAt(tree: Tree, route: readonly number[]): Spot {
  const root = tree.nodes.find(({ id }) => id === tree.root);
  let spot: Spot = { key: keyOf([]), route: [], question: root };
  for (const step of route) {
    const next = childrenOf(tree, spot)[step];
    if (!next) break;
    spot = next;
  }
  return spot;
}

/** Where the answers of a question lead, in their order. */
export function childrenOf(tree: Tree, { question, route }: Spot): readonly Spot[] {
  return (question?.answers ?? []).map((by, index) => {
    const there = [...route, index];
    return {
      key: keyOf(there),
      route: there,
      by,
      question: tree.nodes.find(({ id }) => id === by.next),
      verdict: tree.verdicts.find(({ id }) => id === by.verdict),
    };
  });
}

/** All spots below a spot that end in a verdict. */
function endings(tree: Tree, spot: Spot): readonly Spot[] {
  return spot.verdict ? [spot] : childrenOf(tree, spot).flatMap((child) => endings(tree, child));
}

/** The services that can still come out, each once. */
export const servicesBelow = (tree: Tree, spot: Spot): readonly Recommendation[] => [
  ...new Set(endings(tree, spot).flatMap(({ verdict }) => verdict?.recommendation ?? [])),
];

/** The route to a question, a verdict or a service; of several the one whose answers fit the facts best, else the first. */
export function routeTo(tree: Tree, id: string, facts: Answers = {}): readonly number[] | undefined {
  const search = (spot: Spot, fit: number): readonly { route: readonly number[]; fit: number }[] => {
    const { question, verdict, route } = spot;
    if (question?.id === id || verdict?.id === id || verdict?.recommendation === id) return [{ route, fit }];
    return childrenOf(tree, spot).flatMap((child) => search(child, fit + nearness(child.by, facts)));
  };
  const found = search(spotAt(tree, []), 0);
  return found.find(({ fit }) => found.every((other) => other.fit <= fit))?.route;
}

/** How many of the facts an answer states, less those that it contradicts; exact quantities are only examples there. */
function nearness(answer: TreeAnswer | undefined, facts: Answers): number {
  const states: Answers = answer?.states ?? {};
  const compared = (Object.keys(states) as (keyof Answers)[]).filter((key) => facts[key] !== undefined);
  return compared.reduce((sum, key) => {
    if (key === 'services')
      return sum + (kindOfWork(states) === kindOfWork(facts) ? 1 : -1) + shared(states, facts);
    if (key === 'needs') return sum + (states.needs?.some((need) => facts.needs?.includes(need)) ? 1 : -1);
    if (key !== 'stepCount' && typeof states[key] === 'number') return sum;
    return sum + (agrees({ [key]: states[key] }, { ...facts }) ? 1 : -1);
  }, 0);
}

/** Glue alone, code alone, something outside AWS, one service or several: what the tree asks of the services. */
function kindOfWork({ services }: Answers): string {
  const { glueOnly, codeOnly, outside, activeServices } = situation({ services });
  return outside > 0 ? 'outside' : [glueOnly, codeOnly, activeServices > 1].join();
}

/** Which part of the services that an answer names is in the facts. */
function shared({ services: named = [] }: Answers, { services: known = [] }: Answers): number {
  return named.filter((service) => known.includes(service)).length / Math.max(1, named.length);
}

/** What the answers of a route state together. */
export function statedBy(tree: Tree, path: readonly Step[]): Answers {
  let stated: Answers = {};
  let spot = spotAt(tree, []);
  for (const { answer } of path) {
    const next = childrenOf(tree, spot)[answer];
    if (!next?.by) break;
    stated = answered(stated, next.by.states);
    spot = next;
  }
  return stated;
}

/** For a reader who does not know: the answer that leaves the recommendation as it is, or else the first. */
export function likelyAnswer(tree: Tree, path: readonly Step[]): number {
  const stated = statedBy(tree, path);
  const now = recommend(stated).recommendation;
  const { question } = spotAt(
    tree,
    path.map(({ answer }) => answer),
  );
  const same = question?.answers.findIndex(
    ({ states }) => recommend(answered(stated, states)).recommendation === now,
  );
  return Math.max(0, same ?? 0);
}

/** As many answers as a workload's facts give: at each question the one answer that they state in full. */
export function pathFrom(tree: Tree, facts: Readonly<Record<string, unknown>>): readonly Step[] {
  const path: Step[] = [];
  for (;;) {
    const { question } = spotAt(
      tree,
      path.map(({ answer }) => answer),
    );
    const fitting = (question?.answers ?? []).flatMap(({ states }, answer) =>
      agrees(states, facts) ? [answer] : [],
    );
    if (fitting.length !== 1) return path;
    path.push({ answer: fitting[0] });
  }
}

function agrees(states: Answers, facts: Readonly<Record<string, unknown>>): boolean {
  const entries = Object.entries(states);
  return (
    entries.length > 0 &&
    entries.every(([key, value]) => {
      const known = facts[key];
      if (Array.isArray(value)) return Array.isArray(known) && value.every((item) => known.includes(item));
      // Several steps are several steps, whichever count stands for them.
      if (key === 'stepCount' && typeof known === 'number') return known > 1 === Number(value) > 1;
      return known === value;
    })
  );
}
