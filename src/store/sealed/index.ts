/**
 * A store that seals: documents of kinds that hold secrets are encrypted before the store below sees them, each for its own
 * place, so that none can be put in another's.
 */
import type { Scope } from '../../model/index.ts';
import { isSealed, type Sealer } from '../../sealing/index.ts';
import type { Kind, Reader, Store, StoredDocument, Transaction } from '../store.ts';

/** What stands in the store below in place of a value. */
interface Envelope {
  readonly sealed: string;
}

/** The same store with kinds that are `sealed` sealed. A document that was written before its kind was is read as it is. */
export function sealStore(store: Store, sealer: Sealer): Store {
  return {
    ...openingReader(store, sealer),
    transact: (work) => store.transact((tx) => work(sealingTransaction(tx, sealer))),
    changes: (since, listener) => store.changes(since, listener),
    lastSequence: () => store.lastSequence(),
    reset: () => store.reset(),
    close: () => store.close(),
  };
}

function sealingTransaction(tx: Transaction, sealer: Sealer): Transaction {
  return {
    ...openingReader(tx, sealer),
    put<T>(kind: Kind<T>, scope: Scope, id: string, value: T, expectedVersion?: number): Promise<void> {
      if (kind.sealed !== true) return tx.put(kind, scope, id, value, expectedVersion);
      const envelope: Envelope = { sealed: sealer.seal(JSON.stringify(value), placeOf(kind, scope, id)) };
      return tx.put<unknown>(kind, scope, id, envelope, expectedVersion);
    },
    delete: (kind, scope, id) => tx.delete(kind, scope, id),
    deletePrefix: (kind, scope, prefix) => tx.deletePrefix(kind, scope, prefix),
  };
}

function openingReader(reader: Reader, sealer: Sealer): Reader {
  function open<T>(kind: Kind<T>, document: StoredDocument<T>): StoredDocument<T> {
    const { scope, id, value } = document;
    if (!isEnvelope(value)) return document;
    return { ...document, value: JSON.parse(sealer.open(value.sealed, placeOf(kind, scope, id))) as T };
  }
  const openAll = <T>(kind: Kind<T>, documents: readonly StoredDocument<T>[]) =>
    kind.sealed === true ? documents.map((document) => open(kind, document)) : documents;
  return {
    async get(kind, scope, id) {
      const found = await reader.get(kind, scope, id);
      return found && kind.sealed === true ? open(kind, found) : found;
    },
    list: async (kind, scope, page) => openAll(kind, await reader.list(kind, scope, page)),
    scan: async (kind) => openAll(kind, await reader.scan(kind)),
  };
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null || !('sealed' in value)) return false;
  return typeof value.sealed === 'string' && isSealed(value.sealed);
}

/** No part of a key holds U+0000. */
function placeOf(kind: Kind<unknown>, { accountId, region }: Scope, id: string): string {
  return [kind.name, accountId, region, id].join('\0');
}
