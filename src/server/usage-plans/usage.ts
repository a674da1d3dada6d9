import type { QuotaTerms } from '../../model/index.ts';
import type { Unspent } from '../../rate-limit/index.ts';
import {
  createUsageLedger,
  loadUsagePlanChange,
  loadUsagePlans,
  type UsageLedger,
} from '../../services/apigateway/index.ts';
import type { Store } from '../../store/index.ts';
import { createUsagePlanDirectory, type UsagePlanDirectory, type UsagePlanSubscriber } from './usage-plan-directory.ts';

/** One or more processes that serve requests. */
export interface UsagePeer extends UsagePlanSubscriber {
  /** Takes everything back that was leased of quotas and not served. */
  settleQuotas(): Promise<readonly Unspent<QuotaTerms>[]>;
}

/** Keys, plans and quotas of the installation. */
export interface Usage {
  readonly directory: UsagePlanDirectory;
  readonly ledger: UsageLedger;
  /** From now on these processes are told and asked, too. */
  attach(peer: UsagePeer): void;
  /** After the store was emptied. */
  clear(): Promise<void>;
}

export function createUsage(store: Store, now: () => number): Usage {
  const peers: UsagePeer[] = [];
  const directory = createUsagePlanDirectory({
    load: (scope) => loadUsagePlans(store, scope),
    loadChange: (changed) => loadUsagePlanChange(store, changed),
  });
  const ledger = createUsageLedger({
    store,
    now,
    async reclaim() {
      await Promise.all(peers.map(async (peer) => ledger.giveBack(await peer.settleQuotas())));
    },
  });
  return {
    directory,
    ledger,
    attach(peer) {
      peers.push(peer);
      directory.subscribe(peer);
    },
    async clear() {
      ledger.clear();
      await directory.clear();
    },
  };
}
