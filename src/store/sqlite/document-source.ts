import type { Scope } from '../../model/index.ts';
import type { IdRange } from '../id-range.ts';

/** A stored document with its value still in JSON. */
export interface DocumentRow {
  readonly scope: Scope;
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** Where documents are read from: the table itself, or the table with writes laid over it. */
export interface DocumentSource {
  get(kind: string, scope: Scope, id: string): DocumentRow | undefined;
  /** In order of ids; `limit` may be `Infinity`. */
  range(kind: string, scope: Scope, range: IdRange, limit: number, isDescending?: boolean): readonly DocumentRow[];
  /** In order of account, region and id. */
  scan(kind: string): readonly DocumentRow[];
  /** The kinds of which there may be documents. */
  kinds(): readonly string[];
}
