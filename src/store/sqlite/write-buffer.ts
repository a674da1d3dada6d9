import type { Scope } from '../../model/index.ts';
import { compareIds, type IdRange } from '../id-range.ts';

/** What a transaction will do to one document when it commits. */
export interface BufferedWrite {
  readonly kind: string;
  readonly scope: Scope;
  readonly id: string;
  /** The new value; undefined deletes the document. */
  readonly json: string | undefined;
  /** The version put, or the version that is deleted. */
  readonly version: number;
  /** Whether the document was there before the transaction began. */
  readonly existed: boolean;
}

/** Writes that are not in the table yet, the last one for each document, in the order in which documents were first touched. */
export class WriteBuffer {
  readonly #writes = new Map<string, BufferedWrite>();
  readonly #ids = new Map<string, IdList>();

  get isEmpty(): boolean {
    return this.#writes.size === 0;
  }

  set(write: BufferedWrite): void {
    const key = keyOf(write.kind, write.scope, write.id);
    if (!this.#writes.has(key)) this.#addId(write);
    this.#writes.set(key, write);
  }

  get(kind: string, scope: Scope, id: string): BufferedWrite | undefined {
    return this.isEmpty ? undefined : this.#writes.get(keyOf(kind, scope, id));
  }

  inRange(kind: string, scope: Scope, range: IdRange): readonly BufferedWrite[] {
    const ids = this.#ids.get(listOf(kind, scope))?.inRange(range) ?? [];
    return ids.flatMap((id) => this.get(kind, scope, id) ?? []);
  }

  ofKind(kind: string): readonly BufferedWrite[] {
    return [...this.#writes.values()].filter((write) => write.kind === kind);
  }

  kinds(): readonly string[] {
    return [...this.#writes.values()].map((write) => write.kind);
  }

  /** Takes over the writes of a later transaction. */
  absorb(later: WriteBuffer): void {
    for (const write of later.#writes.values()) this.set(write);
  }

  /** The writes that make a difference: a document that came and went within the transaction makes none. */
  effective(): readonly BufferedWrite[] {
    return [...this.#writes.values()].filter((write) => write.json !== undefined || write.existed);
  }

  #addId({ kind, scope, id }: BufferedWrite): void {
    const list = listOf(kind, scope);
    const ids = this.#ids.get(list);
    if (ids === undefined) this.#ids.set(list, new IdList(id));
    else ids.add(id);
  }
}

/** The ids of one kind and scope that are written to: put in order by the first listing, and kept so from then on. */
class IdList {
  readonly #ids: string[];
  #isListed = false;

  constructor(id: string) {
    this.#ids = [id];
  }

  /** @param id one that is not in the list */
  add(id: string): void {
    if (this.#isListed) this.#ids.splice(placeIn(this.#ids, id), 0, id);
    else this.#ids.push(id);
  }

  inRange({ from, before }: IdRange): readonly string[] {
    if (!this.#isListed) this.#ids.sort(compareIds);
    this.#isListed = true;
    const end = before === undefined ? this.#ids.length : placeIn(this.#ids, before);
    return this.#ids.slice(placeIn(this.#ids, from), end);
  }
}

/** Where an id is in an ordered list, or would be. */
function placeIn(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(ids[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listOf(kind: string, scope: Scope): string {
  return `${kind}\0${scope.accountId}\0${scope.region}`;
}

/** No part of a key holds U+0000. */
function keyOf(kind: string, scope: Scope, id: string): string {
  return `${listOf(kind, scope)}\0${id}`;
}
