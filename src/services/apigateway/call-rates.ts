import { type CallRates, callsEvery } from '../../aws/index.ts';
import type { In } from './types.ts';

/**
 * How often the control plane may be called, enforced under the limits `aws` (features A1.13; guide page
 * api-gateway-control-service-limits-table, as it is today). That the calls of a period may come at once is ours: AWS names a
 * burst for the total alone. The words are recorded (aws/aws-sdk-js, issue 1014).
 */
export const CALL_RATES: CallRates = {
  total: { perSecond: 10, burst: 40 },
  refusal: 'Too Many Requests',
  rows: {
    CreateApiKey: callsEvery(1, 5),
    CreateDeployment: callsEvery(5),
    CreateDocumentationVersion: callsEvery(20),
    CreateDomainName: callsEvery(30),
    CreateResource: callsEvery(1, 5),
    CreateRestApi: callsEvery(3),
    'CreateRestApi, edge-optimized': callsEvery(30),
    DeleteApiKey: callsEvery(1, 5),
    DeleteDomainName: callsEvery(30),
    DeleteResource: callsEvery(1, 5),
    DeleteRestApi: callsEvery(30),
    GetResources: callsEvery(2, 5),
    ImportDocumentationParts: callsEvery(30),
    ImportRestApi: callsEvery(3),
    'ImportRestApi, edge-optimized': callsEvery(30),
    PutRestApi: callsEvery(1),
    UpdateAccount: callsEvery(20),
    UpdateDomainName: callsEvery(30),
    UpdateUsagePlan: callsEvery(20),
  },
  rowOf: (operation, input) => (makesEdgeApi(operation, input) ? `${operation}, edge-optimized` : operation),
};

/** An API is edge-optimized unless its maker says otherwise (features A1.4). */
function makesEdgeApi(operation: string, input: Readonly<Record<string, unknown>>): boolean {
  switch (operation) {
    case 'CreateRestApi': {
      const { endpointConfiguration }: Partial<In<'createRestApi'>> = input;
      return endpointConfiguration?.types?.includes('EDGE') ?? true;
    }
    case 'ImportRestApi': {
      const { parameters }: Partial<In<'importRestApi'>> = input;
      return parameters?.endpointConfigurationTypes?.includes('EDGE') ?? true;
    }
    default:
      return false;
  }
}
