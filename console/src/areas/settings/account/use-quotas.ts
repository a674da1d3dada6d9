import { type Read, useOwn } from '../../../data/index.ts';

export interface Quota {
  /** `Regional APIs`. */
  readonly what: string;
  /** What it is counted over: `account`, `API`. */
  readonly owner: string;
  readonly max: number;
  /** Of quotas of the account. */
  readonly used?: number;
}

export interface CallRate {
  /** Absent for all together. */
  readonly operation?: string;
  readonly perSecond: number;
  readonly burst: number;
}

/** docs/control-extensions.md, `GET /_sallyport/quotas`. */
export interface Quotas {
  readonly limits: string;
  readonly isEnforced: boolean;
  readonly quotas: readonly Quota[];
  readonly calls: readonly CallRate[];
}

export function useQuotas(): Read<Quotas> {
  return useOwn<Quotas>('/_sallyport/quotas');
}
