import type { Scope } from '../../model/index.ts';
import { VersionConflictError } from '../errors.ts';
import { idRange } from '../id-range.ts';
import { checkId, checkScope } from '../keys.ts';
import type { Kind, Reader, Transaction } from '../store.ts';
import type { DocumentSource } from './document-source.ts';
import { overlay } from './overlay.ts';
import { readDocuments } from './read-documents.ts';
import { WriteBuffer } from './write-buffer.ts';

/** A transaction whose writes stay in memory until it is committed: to roll it back is to forget it. */
export class BufferedTransaction implements Transaction {
  readonly writes = new WriteBuffer();
  readonly get: Reader['get'];
  readonly list: Reader['list'];
  readonly scan: Reader['scan'];
  readonly #base: DocumentSource;
  readonly #documents: DocumentSource;
  #ended = false;

  /** @param base what the transaction sees besides its own writes; nobody else may write to it until the end */
  constructor(base: DocumentSource) {
    this.#base = base;
    this.#documents = overlay(base, this.writes);
    const reader = readDocuments(this.#documents, () => this.#checkOpen());
    this.get = reader.get;
    this.list = reader.list;
    this.scan = reader.scan;
  }

  async put<T>(kind: Kind<T>, scope: Scope, id: string, value: T, expectedVersion?: number): Promise<void> {
    this.#checkOpen();
    checkScope(scope);
    checkId(id);
    const stored = this.#documents.get(kind.name, scope, id)?.version ?? 0;
    if (expectedVersion !== undefined && expectedVersion !== stored) throw new VersionConflictError(kind.name, id);
    this.#write(kind.name, scope, id, toJson(kind.name, id, value), stored + 1);
  }

  async delete<T>(kind: Kind<T>, scope: Scope, id: string): Promise<boolean> {
    this.#checkOpen();
    checkScope(scope);
    checkId(id);
    const row = this.#documents.get(kind.name, scope, id);
    if (row === undefined) return false;
    this.#write(kind.name, scope, id, undefined, row.version);
    return true;
  }

  async deletePrefix<T>(kind: Kind<T>, scope: Scope, prefix: string): Promise<number> {
    this.#checkOpen();
    checkScope(scope);
    const rows = this.#documents.range(kind.name, scope, idRange({ prefix }), Number.POSITIVE_INFINITY);
    for (const row of rows) this.#write(kind.name, scope, row.id, undefined, row.version);
    return rows.length;
  }

  /** Deletes every document of every kind. */
  deleteAll(): void {
    for (const kind of this.#documents.kinds()) {
      for (const row of this.#documents.scan(kind)) this.#write(kind, row.scope, row.id, undefined, row.version);
    }
  }

  /** Refuses everything from now on: what comes after the work has settled would be lost silently. */
  end(): void {
    this.#ended = true;
  }

  #write(kind: string, scope: Scope, id: string, json: string | undefined, version: number): void {
    const earlier = this.writes.get(kind, scope, id);
    const existed = earlier ? earlier.existed : this.#base.get(kind, scope, id) !== undefined;
    this.writes.set({ kind, scope, id, json, version, existed });
  }

  #checkOpen(): void {
    if (this.#ended) throw new Error('The transaction has ended; its work must await everything that it starts.');
  }
}

function toJson(kind: string, id: string, value: unknown): string {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`The value of ${kind} ${id} has no JSON form.`);
  return json;
}
