import { idRange } from '../id-range.ts';
import { checkId, checkScope } from '../keys.ts';
import type { Reader, StoredDocument } from '../store.ts';
import type { DocumentRow, DocumentSource } from './document-source.ts';

/**
 * The reading half of a store or of a transaction.
 * @param checkOpen throws when there is nothing to be read any more
 */
export function readDocuments(source: DocumentSource, checkOpen: () => void): Reader {
  return {
    async get(kind, scope, id) {
      checkOpen();
      checkScope(scope);
      checkId(id);
      const row = source.get(kind.name, scope, id);
      return row && toDocument(row);
    },
    async list(kind, scope, page = {}) {
      checkOpen();
      checkScope(scope);
      const { limit = Number.POSITIVE_INFINITY, isDescending } = page;
      const rows = source.range(kind.name, scope, idRange(page), limit, isDescending);
      return rows.map((row) => toDocument(row));
    },
    async scan(kind) {
      checkOpen();
      return source.scan(kind.name).map((row) => toDocument(row));
    },
  };
}

/** The caller vouches that only values of type `T` are put under the kind that it reads. */
function toDocument<T>(row: DocumentRow): StoredDocument<T> {
  return { scope: row.scope, id: row.id, version: row.version, value: JSON.parse(row.json) };
}
