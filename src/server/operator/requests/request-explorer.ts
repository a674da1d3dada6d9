import type { Gateway } from '../../../gateway/index.ts';
import type { ExplainedRequest, ExplainOrder, RequestQuery, RequestSummary } from '../../../model/index.ts';
import type { TestedMethods } from '../../tested-methods.ts';
import type { WorkerPool } from '../../worker/pool.ts';

/** What all processes that serve know of requests. */
export interface RequestExplorer {
  /** Those that are remembered, the youngest first. */
  list(query: RequestQuery): Promise<readonly RequestSummary[]>;
  /** Undefined where no process remembers it. */
  find(requestId: string, withBodies: boolean): Promise<ExplainedRequest | undefined>;
  /** Sends a request through a stage. Undefined for a stage that is not deployed. */
  explain(order: ExplainOrder): Promise<ExplainedRequest | undefined>;
}

/**
 * @param local the data plane of the control process, once it was used
 * @param tests what methods' tests went through, which are found by their ids alone
 */
export function createRequestExplorer(
  pool: Pick<WorkerPool, 'tell' | 'links'>,
  local: () => Gateway | undefined,
  tests: Pick<TestedMethods, 'find'>,
): RequestExplorer {
  return {
    async list(query) {
      const found: RequestSummary[] = [...(local()?.listRequests(query) ?? [])];
      await pool.tell(async (link) => {
        found.push(...(await link.call('listRequests', query)));
      });
      return found.toSorted((a, b) => b.requestTimeEpoch - a.requestTimeEpoch).slice(0, query.limit);
    },
    async find(requestId, withBodies) {
      const tested = tests.find(requestId, withBodies);
      if (tested) return tested;
      const found: (ExplainedRequest | undefined)[] = [local()?.findRequest(requestId, withBodies)];
      await pool.tell(async (link) => {
        found.push(await link.call('findRequest', { requestId, withBodies }));
      });
      return found.filter((one) => one !== undefined).toSorted((a, b) => b.requestTimeEpoch - a.requestTimeEpoch)[0];
    },
    async explain(order) {
      // Not by `tell`, which takes a worker that is slow to answer for one that is stuck.
      const [link] = pool.links();
      return link?.call('explain', order);
    },
  };
}
