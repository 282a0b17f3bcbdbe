import type { Json, JsonObject } from './json';

/** What a state can read while it runs. */
export interface Moment {
  readonly input: Json;
  readonly context: JsonObject;
  readonly variables: JsonObject;
}

/** What a state passes on, and the variables it sets. */
export interface Passed {
  readonly output: Json;
  readonly assigned: JsonObject;
}

/** How a state of one query language reads and shapes data; `part` is a rule, a reader or another inner object. */
export interface DataFlow {
  /** What a Task or Parallel is given. */
  arguments(state: JsonObject, at: Moment): Promise<Json>;
  /** What a Pass makes. */
  made(state: JsonObject, at: Moment): Promise<Json>;
  items(state: JsonObject, at: Moment): Promise<Json>;
  /** The input of an iteration; `at.context` has the item. */
  itemInput(state: JsonObject, item: Json, at: Moment): Promise<Json>;
  /** A field that holds one value, literal or computed; `undefined` where it is not there. */
  value(state: JsonObject, part: JsonObject, name: string, at: Moment): Promise<Json | undefined>;
  /** A payload in an inner object. */
  payload(state: JsonObject, part: JsonObject, name: string, at: Moment): Promise<Json | undefined>;
  /** The rule of a Choice that is true. */
  choose(state: JsonObject, at: Moment): Promise<JsonObject | undefined>;
  /** After success; `rule` is the rule of a Choice that was taken. */
  pass(state: JsonObject, at: Moment, result: Json | undefined, rule?: JsonObject): Promise<Passed>;
  /** After a catcher has taken an error. */
  passError(catcher: JsonObject, at: Moment, errorOutput: JsonObject): Promise<Passed>;
}
