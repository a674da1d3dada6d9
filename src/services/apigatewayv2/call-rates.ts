import { type CallRates, callsEvery } from '../../aws/index.ts';

/**
 * How often the control plane may be called, enforced under the limits `aws`: the rows that name version 2, and the total that
 * it shares with version 1 (features A1.13; guide page api-gateway-control-service-limits-table).
 */
export const CALL_RATES_V2: CallRates = {
  total: { perSecond: 10, burst: 40 },
  refusal: 'Too Many Requests',
  rows: { CreateVpcLink: callsEvery(15), DeleteVpcLink: callsEvery(30) },
};
