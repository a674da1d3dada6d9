import type { Scope } from '../../model/index.ts';
import { VersionConflictError } from '../errors.ts';
import { idRange } from '../id-range.ts';
import { checkId, checkScope } from '../keys.ts';
import type { Kind, Reader, Transaction } from '../store.ts';
import type { DocumentRow, DocumentSource } from './document-source.ts';
import { overlay } from './overlay.ts';
import { readDocuments } from './read-documents.ts';
import { type BufferedWrite, WriteBuffer } from './write-buffer.ts';

/** A transaction whose writes stay in memory until it is committed: to roll it back is to forget it. */
export class BufferedTransaction implements Transaction {
  readonly writes = new WriteBuffer();
  readonly get: Reader['get'];
  readonly list: Reader['list'];
  readonly scan: Reader['scan'];
  readonly #documents: DocumentSource;
  #ended = false;

  /** @param base what the transaction sees besides its own writes; nobody else may write to it until the end */
  constructor(base: DocumentSource) {
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
    const row = this.#documents.get(kind.name, scope, id);
    const stored = row?.version ?? 0;
    if (expectedVersion !== undefined && expectedVersion !== stored) throw new VersionConflictError(kind.name, id);
    const json = toJson(kind.name, id, value);
    this.#write({ kind: kind.name, scope, id, json, version: stored + 1, existed: row !== undefined });
  }

  async delete<T>(kind: Kind<T>, scope: Scope, id: string): Promise<boolean> {
    this.#checkOpen();
    checkScope(scope);
    checkId(id);
    const row = this.#documents.get(kind.name, scope, id);
    if (row === undefined) return false;
    this.#delete(kind.name, row);
    return true;
  }

  async deletePrefix<T>(kind: Kind<T>, scope: Scope, prefix: string): Promise<number> {
    this.#checkOpen();
    checkScope(scope);
    const rows = this.#documents.range(kind.name, scope, idRange({ prefix }), Number.POSITIVE_INFINITY);
    for (const row of rows) this.#delete(kind.name, row);
    return rows.length;
  }

  /** Deletes every document of every kind. */
  deleteAll(): void {
    for (const kind of this.#documents.kinds()) {
      for (const row of this.#documents.scan(kind)) this.#delete(kind, row);
    }
  }

  /** Refuses everything from now on: what comes after the work has settled would be lost silently. */
  end(): void {
    this.#ended = true;
  }

  #delete(kind: string, { scope, id, version }: DocumentRow): void {
    this.#write({ kind, scope, id, json: undefined, version, existed: true });
  }

  /** @param write with `existed` as the transaction sees it now: its own first write knows how it was before */
  #write(write: BufferedWrite): void {
    const earlier = this.writes.get(write.kind, write.scope, write.id);
    this.writes.set(earlier === undefined ? write : { ...write, existed: earlier.existed });
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
