import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway/index.ts';
import type { Exchange } from '../http/index.ts';
import type { FunctionInvoker } from '../model/index.ts';
import { loadStageSnapshot } from '../services/apigateway/index.ts';
import type { Store } from '../store/index.ts';
import type { Log } from './log.ts';
import type { StageDirectory } from './stage-directory.ts';

export interface LocalGatewayOptions {
  readonly store: Store;
  readonly functions: FunctionInvoker;
  readonly directory: StageDirectory;
  readonly log: Log;
}

/**
 * The data plane inside the control process, for requests to APIs on the control port. Most installations never send one,
 * so it is loaded by the first.
 */
export function createLocalGateway(options: LocalGatewayOptions): (exchange: Exchange) => void {
  let gateway: Promise<Gateway> | undefined;
  return (exchange) => {
    gateway ??= load(options);
    void gateway.then((loaded) => loaded.handle(exchange));
  };
}

async function load({ store, functions, directory, log }: LocalGatewayOptions): Promise<Gateway> {
  const [{ createGateway }, { H1Client }] = await Promise.all([
    import('../gateway/index.ts'),
    import('../http/index.ts'),
  ]);
  const gateway = createGateway({
    loadSnapshot: async (ref) => {
      const snapshot = await loadStageSnapshot(store, ref);
      if (snapshot === undefined) throw new Error(`Stage ${ref.stageName} of API ${ref.apiId} is deployed no more.`);
      return snapshot;
    },
    functions,
    upstream: new H1Client(),
    now: Date.now,
    uuid: randomUUID,
    warn: log.warn,
  });
  gateway.setStages(directory.list());
  directory.subscribe({
    putStage: (ref) => gateway.putStage(ref),
    removeStage: (ref) => gateway.removeStage(ref.apiId, ref.stageName),
    setStages: (refs) => gateway.setStages(refs),
  });
  return gateway;
}
