import type { JsonValue } from '../json/index.ts';
import { JsonPathLimitError } from './errors.ts';
import { JSON_PATH_LIMITS } from './limits.ts';

/** One reading of a path: counts what it visits. */
export class Reading {
  readonly document: JsonValue;
  readonly source: string;
  private visits = 0;

  constructor(document: JsonValue, source: string) {
    this.document = document;
    this.source = source;
  }

  visit(): void {
    this.visits += 1;
    if (this.visits > JSON_PATH_LIMITS.maxVisits) throw new JsonPathLimitError(this.source);
  }
}

/** Reads something from the value under test, or from the document: a value, a list, or undefined for nothing. */
export type Read = (current: JsonValue, reading: Reading) => JsonValue | undefined;

/** Whether the value under test is wanted. */
export type Test = (current: JsonValue, reading: Reading) => boolean;
