import type { AccountSettings, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { accounts } from './kinds.ts';

/** The only document of its kind in a scope. */
const ID = 'account';

/** What the account has set in the region; nothing at first. */
export async function findAccount(reader: Reader, scope: Scope): Promise<AccountSettings> {
  return (await reader.get(accounts, scope, ID))?.value ?? {};
}

export async function putAccount(tx: Transaction, scope: Scope, account: AccountSettings): Promise<void> {
  await tx.put(accounts, scope, ID, account);
}
