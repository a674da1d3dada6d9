import { type Read, useAll } from '../../../../data/index.ts';

/** A key in a plan. */
export interface PlanKey {
  readonly id: string;
  readonly name: string;
}

export function usePlanKeys(usagePlanId: string): Read<readonly PlanKey[]> {
  return useAll('apigateway', 'getUsagePlanKeys', { usagePlanId, limit: 500 }, ({ items }) =>
    items?.map(({ id = '', name = id }) => ({ id, name })),
  );
}
