import { PacedWork } from '../../../event-loop/index.ts';
import type { LogBatch, LogGroupRef, LogStore } from '../../../model/index.ts';
import { LogStoreFullError } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { logGroups } from '../groups/document.ts';

export interface IngestionOptions {
  readonly store: Store;
  readonly logs: LogStore;
  now(): number;
  /** Keeps one batch after the other, so that no request waits for all of them. */
  readonly work?: PacedWork;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/**
 * Takes what stages and functions log. A group that is not there is made, as services with the right to do so make theirs. Never
 * rejects: what a disk does not take is lost, and the operator is told once until it is well again.
 */
export function createIngestion({
  store,
  logs,
  now,
  work = new PacedWork(),
  warn,
}: IngestionOptions): (batches: readonly LogBatch[]) => Promise<void> {
  let lost = 0;

  return async (batches) => {
    let ensured: LogGroupRef | undefined;
    let deletions = logs.deletions;
    const ingest = async (batch: LogBatch): Promise<void> => {
      const group = { scope: batch.scope, name: batch.logGroup };
      try {
        // The instances of a function write to streams of one group: it is looked for once, and not for each, unless it may have gone meanwhile.
        if (deletions !== logs.deletions) ensured = undefined;
        deletions = logs.deletions;
        if (!isSameGroup(group, ensured)) await ensureGroup(store, group, now());
        ensured = group;
        await logs.appendRecords(group, batch.logStream, batch.records, now());
        if (lost > 0) warn('Log events are written again.', { lost });
        lost = 0;
      } catch (error) {
        if (lost === 0) warn(reasonOf(error), { logGroup: batch.logGroup, error: String(error) });
        lost += batch.records.count;
      }
    };
    await Promise.all(batches.map((batch) => work.add(() => ingest(batch))));
  };
}

function isSameGroup(one: LogGroupRef, other: LogGroupRef | undefined): boolean {
  return (
    one.name === other?.name && one.scope.accountId === other.scope.accountId && one.scope.region === other.scope.region
  );
}

/** AWS's words have none for it: what the operator has to do. */
function reasonOf(error: unknown): string {
  return error instanceof LogStoreFullError
    ? 'The disk takes no log events; they are lost until it does. Requests are served all the same.'
    : 'Log events cannot be kept; they are lost until they can.';
}

async function ensureGroup(store: Store, { scope, name }: LogGroupRef, nowMs: number): Promise<void> {
  if ((await store.get(logGroups, scope, name)) !== undefined) return;
  await store.transact(async (tx) => {
    if (await tx.get(logGroups, scope, name)) return;
    const fresh = { name, createdAtMs: nowMs, logGroupClass: 'STANDARD', deletionProtection: false, tags: {} };
    await tx.put(logGroups, scope, name, fresh);
  });
}
