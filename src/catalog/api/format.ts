/**
 * The catalogue's file: the length of its head as four bytes, the head as JSON, then the columns one behind
 * the other. Numbers are written in groups of seven bits, the lowest first; texts as numbers of words, each
 * text ended by a zero. Everything is numbered in the order of its first use, so that what is new needs no number.
 */
export const COLUMNS = [
  /** The words of all texts, one a line. */
  'words',
  'memberNames',
  'actionNames',
  'errorNames',
  /** The values of each enumeration, ended by one zero more. */
  'enumValues',
  /** For each service the length of its part in each of `PARTS`, then how many names and enumerations it adds. */
  'lengths',
  'members',
  'knownNames',
  'types',
  'references',
  'counts',
  'roots',
  'errors',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Columns that each service has a part of its own in. */
export const PARTS = ['members', 'knownNames', 'types', 'references', 'counts', 'roots', 'errors'] as const;

/** What stands before the columns. */
export interface Head {
  /** Day on which the models were published, as `2026-09-21`. */
  readonly date: string;
  readonly columns: readonly number[];
  /** Errors' prefix, title where it is another word, number of actions, and 1 where AWS lists the service. */
  readonly services: readonly (readonly [prefix: string, title: string, actions: number, listed: 0 | 1])[];
}

/** Where a name stands: new to all services, known from another one, or this plus its number in the service. */
export const NEW = 0;
export const ELSEWHERE = 1;
export const LOCAL = 2;

/** Types without an operand, by their code. */
export const PLAIN = ['string', 'number', 'boolean', 'blob', 'timestamp', 'any'] as const;

/** Codes of the types that another number or the next new thing completes. */
export const KNOWN_ENUM = 6;
export const NEW_ENUM = 7;
export const KNOWN_STRUCTURE = 8;
export const NEW_STRUCTURE = 9;

/** A type is its code, plus this where it is required, plus the next for each list or map around it. */
export const REQUIRED = 10;
export const WRAP = 20;
/** Digits of the wraps, the outer first, in base three. */
export const IN_LIST = 1;
export const IN_MAP = 2;
