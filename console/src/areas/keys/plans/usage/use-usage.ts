import { type Read, useAll } from '../../../../data/index.ts';
import { type KeyUsage, keyUsage, lastDays } from './key-usage.ts';

/** What keys have used of a plan in the last days, until today by UTC. */
export function useUsage(usagePlanId: string, days: number, enabled: boolean): Read<readonly KeyUsage[]> {
  const dates = lastDays(days, Date.now());
  const [startDate = '', endDate = ''] = [dates[0], dates.at(-1)];
  return useAll(
    'apigateway',
    'getUsage',
    { usagePlanId, startDate, endDate, limit: 500 },
    ({ items = {} }) => Object.entries(items).map(([keyId, rows]) => keyUsage(keyId, dates, rows)),
    { enabled },
  );
}
