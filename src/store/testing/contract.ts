import { describe } from 'vitest';
import { changesContract } from './changes-contract.ts';
import { documentsContract } from './documents-contract.ts';
import type { StoreUnderTest } from './harness.ts';
import { keysContract } from './keys-contract.ts';
import { lifeContract } from './life-contract.ts';
import { listingContract } from './listing-contract.ts';
import { modelContract } from './model-contract.ts';
import { transactionsContract } from './transactions-contract.ts';

/** Everything that `Store` promises, as tests. Every implementation runs this, so that they can stand for each other. */
export function storeContract(subject: StoreUnderTest): void {
  describe(`the contract of a store, kept by ${subject.name}`, () => {
    documentsContract(subject);
    listingContract(subject);
    keysContract(subject);
    transactionsContract(subject);
    changesContract(subject);
    lifeContract(subject);
    modelContract(subject);
  });
}
