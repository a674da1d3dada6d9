import type { Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import type { Problems } from './problems.ts';

/** Where a file's API goes. */
export interface ImportTarget extends Pick<ServiceContext, 'ids' | 'limits'> {
  readonly tx: Transaction;
  readonly scope: Scope;
  readonly restApiId: string;
  /** `overwrite` deletes what the file does not define (fact D159; guide page api-gateway-import-api-update). */
  readonly mode: 'merge' | 'overwrite';
  readonly problems: Problems;
}

/** A new id that nothing of its kind has, and that is taken from now on. */
export function freshId({ ids }: ImportTarget, taken: Set<string>): string {
  let id = ids.entityId();
  while (taken.has(id)) id = ids.entityId();
  taken.add(id);
  return id;
}
