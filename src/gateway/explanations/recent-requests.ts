import type { ExplainedRequest, RequestQuery, RequestSummary } from '../../model/index.ts';
import { RECENT_LIMITS } from '../limits.ts';
import { Allowance } from './allowance.ts';

interface Entry {
  readonly request: ExplainedRequest;
  readonly bytes: number;
}

/** What is remembered of one stage: requests that failed, and some of the others. */
export interface StageMemory {
  /** Whether a request that came to this status is to be explained and kept, if it is of now. */
  wants(status: number): boolean;
  keep(request: ExplainedRequest): void;
}

/**
 * Requests of this process that were not long ago: of every stage, so many that failed and so many others, the oldest going
 * first; all together within a number of bytes. However many fail, only some a second are explained.
 */
export class RecentRequests {
  readonly #perStage: () => number;
  readonly #nowMs: () => number;
  /** By a number that grows, so the oldest first. */
  readonly #entries = new Map<number, Entry>();
  readonly #stages = new Map<string, StageMemory>();
  #next = 0;
  #bytes = 0;

  /**
   * @param perStage how many are kept of each kind; asked when a stage is first met
   * @param nowMs milliseconds that never go backwards
   */
  constructor(perStage: () => number, nowMs: () => number) {
    this.#perStage = perStage;
    this.#nowMs = nowMs;
  }

  /** The memory of a stage, the same for every revision of it; undefined where nothing is to be remembered. */
  of(apiId: string, stageName: string): StageMemory | undefined {
    const most = this.#perStage();
    if (most === 0) return undefined;
    const id = `${apiId}/${stageName}`;
    const known = this.#stages.get(id) ?? this.#remember(most);
    this.#stages.set(id, known);
    return known;
  }

  /** The youngest first. */
  list({ apiId, stage, apiKeyId, limit }: RequestQuery): readonly RequestSummary[] {
    const found: RequestSummary[] = [];
    for (const { request } of [...this.#entries.values()].reverse()) {
      if (apiId !== undefined && request.apiId !== apiId) continue;
      if (stage !== undefined && request.stage !== stage) continue;
      if (apiKeyId !== undefined && request.apiKeyId !== apiKeyId) continue;
      if (found.length === limit) break;
      const { steps, extendedRequestId, ...summary } = request;
      found.push(summary);
    }
    return found;
  }

  /** The youngest of that id, for a client may choose the ids of its requests. */
  find(requestId: string): ExplainedRequest | undefined {
    return [...this.#entries.values()].findLast(({ request }) => request.requestId === requestId)?.request;
  }

  /** Forgets stages that are deployed no more. */
  forget(isDeployed: (apiId: string, stageName: string) => boolean): void {
    for (const [number, { request }] of this.#entries) {
      if (!isDeployed(request.apiId, request.stage)) this.#drop(number);
    }
    for (const id of this.#stages.keys()) {
      const [apiId = '', stage = ''] = id.split('/');
      if (!isDeployed(apiId, stage)) this.#stages.delete(id);
    }
  }

  #remember(most: number): StageMemory {
    const kinds = { failed: kind(RECENT_LIMITS.failedPerSecond), others: kind(RECENT_LIMITS.othersPerSecond) };
    const of = (status: number) => (status >= 400 ? kinds.failed : kinds.others);
    return {
      wants: (status) => of(status).allowance.take(this.#nowMs()),
      keep: (request) => {
        const { numbers } = of(request.status);
        numbers.push(this.#add(request));
        if (numbers.length > most) this.#drop(numbers.shift());
      },
    };
  }

  #add(request: ExplainedRequest): number {
    const text = JSON.stringify(request);
    const number = this.#next++;
    // As a copy: a part of a request's head would keep all of it in memory.
    this.#entries.set(number, { request: JSON.parse(text), bytes: text.length });
    this.#bytes += text.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= RECENT_LIMITS.bytesPerProcess) break;
      this.#drop(oldest);
    }
    return number;
  }

  #drop(number: number | undefined): void {
    const entry = number === undefined ? undefined : this.#entries.get(number);
    if (number === undefined || entry === undefined) return;
    this.#entries.delete(number);
    this.#bytes -= entry.bytes;
  }
}

function kind(perSecond: number): { readonly allowance: Allowance; readonly numbers: number[] } {
  return { allowance: new Allowance(perSecond), numbers: [] };
}
