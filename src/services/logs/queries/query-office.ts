import type { Scope } from '../../../model/index.ts';
import { limitReached } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import {
  type AskedQuery,
  type QueryProgress,
  type QueryState,
  type RunSurroundings,
  runQuery,
} from './running-query.ts';

/** A query and how far it is. */
export interface KnownQuery {
  readonly asked: AskedQuery;
  readonly progress: Readonly<QueryProgress>;
}

interface Entry {
  readonly asked: AskedQuery;
  readonly progress: QueryProgress;
  heldBytes: number;
}

const ACTIVE: ReadonlySet<QueryState> = new Set(['Scheduled', 'Running']);

/** Runs queries, some at a time, and keeps their results as long as there is room, in memory alone. */
export class QueryOffice {
  private readonly surroundings: RunSurroundings & { failed(asked: AskedQuery, error: unknown): void };
  /** In the order in which they were asked for. */
  private readonly entries = new Map<string, Entry>();
  private running = 0;

  constructor(surroundings: RunSurroundings & { failed(asked: AskedQuery, error: unknown): void }) {
    this.surroundings = surroundings;
  }

  /** @throws {ServiceError} `LimitExceededException` when too many are not done */
  start(asked: AskedQuery): void {
    const active = [...this.entries.values()].filter(({ progress }) => ACTIVE.has(progress.state));
    if (active.length >= LIMITS.activeQueries) {
      throw limitReached(`Account maximum query concurrency limit of [${LIMITS.activeQueries}] reached.`);
    }
    const progress: QueryProgress = {
      state: 'Scheduled',
      recordsScanned: 0,
      recordsMatched: 0,
      bytesScanned: 0,
      results: [],
      durationMs: 0,
    };
    this.entries.set(asked.id, { asked, progress, heldBytes: 0 });
    this.runNext();
  }

  find(scope: Scope, id: string): KnownQuery | undefined {
    const entry = this.entries.get(id);
    return entry && isIn(scope, entry) ? entry : undefined;
  }

  /** Newest first. */
  list(scope: Scope): readonly KnownQuery[] {
    return [...this.entries.values()].filter((entry) => isIn(scope, entry)).toReversed();
  }

  /** @returns whether it was running or waiting */
  cancel(scope: Scope, id: string): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined || !isIn(scope, entry) || !ACTIVE.has(entry.progress.state)) return false;
    entry.progress.state = 'Cancelled';
    return true;
  }

  /** Forgets every query; those that run end with their turn. */
  clear(): void {
    for (const { progress } of this.entries.values()) {
      if (ACTIVE.has(progress.state)) progress.state = 'Cancelled';
    }
    this.entries.clear();
  }

  private runNext(): void {
    if (this.running >= LIMITS.runningQueries) return;
    const next = [...this.entries.values()].find(({ progress }) => progress.state === 'Scheduled');
    if (next === undefined) return;
    this.running += 1;
    const { asked, progress } = next;
    void runQuery(asked, progress, this.surroundings).then(() => {
      this.running -= 1;
      next.heldBytes = sizeOf(progress);
      if (progress.state === 'Failed') this.surroundings.failed(asked, progress.error);
      this.makeRoom();
      this.runNext();
    });
  }

  /** The oldest results go first. */
  private makeRoom(): void {
    let held = [...this.entries.values()].reduce((sum, { heldBytes }) => sum + heldBytes, 0);
    for (const [id, { progress, heldBytes }] of this.entries) {
      const isLast = id === [...this.entries.keys()].at(-1);
      if ((held <= LIMITS.heldResultBytes && this.entries.size <= LIMITS.heldQueries) || isLast) return;
      if (ACTIVE.has(progress.state)) continue;
      held -= heldBytes;
      this.entries.delete(id);
    }
  }
}

function isIn({ accountId, region }: Scope, { asked: { scope } }: Entry): boolean {
  return scope.accountId === accountId && scope.region === region;
}

function sizeOf({ results }: QueryProgress): number {
  return results.reduce((sum, row) => row.reduce((bytes, { value }) => bytes + value.length + 50, sum), 0);
}
