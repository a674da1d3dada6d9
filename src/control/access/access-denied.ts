import { type Demand, ServiceError } from '../../aws/index.ts';
import type { AccessDecision, DecidingSource } from '../../policy/index.ts';
import type { ProtocolName } from '../schema/index.ts';

type Row = readonly [code: string, statusCode: number];

/** As API Gateway and Lambda answer; the JSON protocols with 400 (recorded on CloudWatch Logs and Cognito). */
const ROWS: Readonly<Record<ProtocolName, Row>> = {
  'rest-json': ['AccessDeniedException', 403],
  'aws-json-1.0': ['AccessDeniedException', 400],
  'aws-json-1.1': ['AccessDeniedException', 400],
  'aws-query': ['AccessDenied', 403],
  'rpc-v2-cbor': ['AccessDeniedException', 403],
};

const NAMES: Readonly<Record<DecidingSource, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** The refusal as AWS words it (IAM user guide, "Troubleshoot access denied error messages"). */
export function accessDenied(
  user: string,
  { action, resource, resourceMustAllow }: Demand,
  { result, source }: AccessDecision,
  protocol: ProtocolName,
): ServiceError {
  const name = NAMES[source];
  const why =
    result === 'ExplicitDeny'
      ? `with an explicit deny in ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
      : `because no ${name} allows the ${action} action`;
  const refusal = `User: ${user} is not authorized to perform: ${action} on resource: ${resource}`;
  // Recorded on STS: it does not say of a role that there is one and that it trusts somebody else.
  const message = resourceMustAllow && result === 'ImplicitDeny' ? refusal : `${refusal} ${why}`;
  return new ServiceError(...ROWS[protocol], message);
}
