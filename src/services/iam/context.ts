import type { RandomBytes } from '../../aws/index.ts';
import type { FailureTable, PasswordHasher } from '../../passwords/index.ts';
import type { Store, Transaction } from '../../store/index.ts';

/** What the service's rooms work with. */
export interface IamContext {
  readonly store: Store;
  readonly randomBytes: RandomBytes;
  readonly hasher: PasswordHasher;
  /** Wrong passwords, by whose they were to be. */
  readonly failures: FailureTable;
  /** Changes what callers are or may do, and answers when everybody who decides about calls knows. */
  change<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
}
