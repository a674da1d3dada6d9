import type { Transaction } from '../../../store/index.ts';
import { globalScope, loginProfiles, nameId } from '../documents/index.ts';

/** A user who gets another name keeps his password. */
export async function moveLoginProfile(tx: Transaction, accountId: string, from: string, to: string): Promise<void> {
  const global = globalScope(accountId);
  const profile = (await tx.get(loginProfiles, global, nameId(from)))?.value;
  if (profile === undefined) return;
  await tx.delete(loginProfiles, global, nameId(from));
  await tx.put(loginProfiles, global, nameId(to), { ...profile, userName: to });
}
