import { html, type TemplateResult } from 'lit';

/** The codicons in use, by their characters in the font. */
const characters = {
  add: '\uea60',
  'arrow-left': '\uea9b',
  'arrow-right': '\uea9c',
  'arrow-swap': '\uebcb',
  book: '\ueaa4',
  check: '\ueab2',
  checklist: '\ueab3',
  'chevron-right': '\ueab6',
  'circle-slash': '\ueabd',
  close: '\uea76',
  copy: '\uebcc',
  'credit-card': '\ueac9',
  'debug-restart': '\uead2',
  discard: '\ueae2',
  insert: '\uec11',
  'link-external': '\ueb14',
  'list-tree': '\ueb86',
  'new-folder': '\uea80',
  pinned: '\ueba0',
  pin: '\ueb2b',
  question: '\ueb32',
  'screen-full': '\ueb4c',
  search: '\uea6d',
  'symbol-event': '\uea86',
  tag: '\uea66',
  table: '\uebb7',
  'type-hierarchy-sub': '\uebba',
  warning: '\uea6c',
  'zoom-in': '\ueb81',
  'zoom-out': '\ueb82',
} as const;

export type IconName = keyof typeof characters;

/** A codicon; the word beside it, or its button's label, is what a screen reader says. */
export const icon = (name: IconName): TemplateResult =>
  html`<span class="codicon" aria-hidden="true">${characters[name]}</span>`;
