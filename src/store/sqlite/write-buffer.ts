import type { Scope } from '../../model/index.ts';
import { type IdRange, isInRange } from '../id-range.ts';

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

  get isEmpty(): boolean {
    return this.#writes.size === 0;
  }

  set(write: BufferedWrite): void {
    this.#writes.set(keyOf(write.kind, write.scope, write.id), write);
  }

  get(kind: string, scope: Scope, id: string): BufferedWrite | undefined {
    return this.isEmpty ? undefined : this.#writes.get(keyOf(kind, scope, id));
  }

  inRange(kind: string, scope: Scope, range: IdRange): readonly BufferedWrite[] {
    if (this.isEmpty) return [];
    return this.ofKind(kind).filter((write) => isSameScope(write.scope, scope) && isInRange(write.id, range));
  }

  ofKind(kind: string): readonly BufferedWrite[] {
    return [...this.#writes.values()].filter((write) => write.kind === kind);
  }

  kinds(): readonly string[] {
    return [...this.#writes.values()].map((write) => write.kind);
  }

  /** Takes over the writes of a later transaction. */
  absorb(later: WriteBuffer): void {
    for (const [key, write] of later.#writes) this.#writes.set(key, write);
  }

  /** The writes that make a difference: a document that came and went within the transaction makes none. */
  effective(): readonly BufferedWrite[] {
    return [...this.#writes.values()].filter((write) => write.json !== undefined || write.existed);
  }
}

function isSameScope(a: Scope, b: Scope): boolean {
  return a.accountId === b.accountId && a.region === b.region;
}

/** No part of a key holds U+0000. */
function keyOf(kind: string, scope: Scope, id: string): string {
  return `${kind}\0${scope.accountId}\0${scope.region}\0${id}`;
}
