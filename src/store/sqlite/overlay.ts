import type { Scope } from '../../model/index.ts';
import { compareIds, type IdRange } from '../id-range.ts';
import type { DocumentRow, DocumentSource } from './document-source.ts';
import type { BufferedWrite, WriteBuffer } from './write-buffer.ts';

/** Documents as they will be once `buffer` has been written over `base`; follows the buffer as it fills. */
export function overlay(base: DocumentSource, buffer: WriteBuffer): DocumentSource {
  return {
    get(kind, scope, id) {
      const write = buffer.get(kind, scope, id);
      return write === undefined ? base.get(kind, scope, id) : rowOf(write);
    },
    range(kind: string, scope: Scope, range: IdRange, limit: number, isDescending = false) {
      const writes = buffer.inRange(kind, scope, range);
      if (writes.length === 0) return base.range(kind, scope, range, limit, isDescending);
      // Each write hides at most one row of the base.
      const ascending = merge(base.range(kind, scope, range, limit + writes.length, isDescending), writes);
      const rows = isDescending ? ascending.toReversed() : ascending;
      return limit < rows.length ? rows.slice(0, limit) : rows;
    },
    scan(kind) {
      const writes = buffer.ofKind(kind);
      return writes.length === 0 ? base.scan(kind) : merge(base.scan(kind), writes);
    },
    kinds() {
      return [...new Set([...base.kinds(), ...buffer.kinds()])];
    },
  };
}

function merge(rows: readonly DocumentRow[], writes: readonly BufferedWrite[]): readonly DocumentRow[] {
  const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
  for (const write of writes) {
    const row = rowOf(write);
    if (row === undefined) byPlace.delete(placeOf(write));
    else byPlace.set(placeOf(write), row);
  }
  return [...byPlace.values()].sort(comparePlaces);
}

function rowOf(write: BufferedWrite): DocumentRow | undefined {
  if (write.json === undefined) return undefined;
  return { scope: write.scope, id: write.id, version: write.version, json: write.json };
}

function placeOf({ scope, id }: { readonly scope: Scope; readonly id: string }): string {
  return `${scope.accountId}\0${scope.region}\0${id}`;
}

function comparePlaces(a: DocumentRow, b: DocumentRow): number {
  return (
    compareIds(a.scope.accountId, b.scope.accountId) ||
    compareIds(a.scope.region, b.scope.region) ||
    compareIds(a.id, b.id)
  );
}
