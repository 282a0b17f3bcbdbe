import type { UnitPrices } from '../advisor/cost/prices';
import { TABS, type Tab } from '../protocol/guide';
import type { LoadForm } from './cost/loadForm';

/** One answer on the way through the decision tree. */
export interface Step {
  /** Its position among the answers of the question. */
  readonly answer: number;
  /** Taken for the reader, who did not know. */
  readonly assumed?: boolean;
}

/** All that a reader set, so that nothing is lost when the panel is hidden or the window reloads. */
export interface View {
  readonly tab: Tab;
  /** From the root of the tree. */
  readonly path: readonly Step[];
  /** What of the load is not the default. */
  readonly load: Partial<LoadForm>;
  /** Unit prices that replace the built-in ones, by service. */
  readonly prices: Readonly<Record<string, UnitPrices>>;
  /** What rows of the comparison are narrowed to; empty for all. */
  readonly matters: readonly string[];
  /** Services that stand first in the comparison. */
  readonly pinned: readonly string[];
  /** Where the reader is in each tab, in the form of a place's anchor. */
  readonly anchors: Partial<Readonly<Record<Tab, string>>>;
  /** Pixels from the top of each tab. */
  readonly scroll: Partial<Readonly<Record<Tab, number>>>;
}

const fresh: View = {
  tab: 'decide',
  path: [],
  load: {},
  prices: {},
  matters: [],
  pinned: [],
  anchors: {},
  scroll: {},
};

/** A view from stored JSON; what is missing or of another shape is as in a fresh one. */
export function readView(stored: unknown): View {
  const view = { ...fresh, ...(isObject(stored) ? stored : {}) } as View;
  return {
    ...view,
    tab: TABS.includes(view.tab) ? view.tab : fresh.tab,
    path: Array.isArray(view.path) ? view.path : [],
    matters: Array.isArray(view.matters) ? view.matters : [],
    pinned: Array.isArray(view.pinned) ? view.pinned : [],
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
