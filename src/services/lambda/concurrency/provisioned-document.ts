import { defineKind } from '../../../store/index.ts';

/** What is to be kept ready of a version or of an alias's version; stored by `NAME/QUALIFIER`. */
export interface ProvisionedConcurrency {
  readonly requested: number;
  /** `2026-11-22T12:00:00+0000` */
  readonly lastModified: string;
}

export const provisionedKind = defineKind<ProvisionedConcurrency>('FunctionProvisionedConcurrency');
