import type { Exchange } from '../../http/index.ts';
import type { PrivateAccess, VpcEndpoint } from '../../model/index.ts';
import { type CompiledPolicy, type ContextKeys, compilePolicy, PolicySyntaxError } from '../../policy/index.ts';
import { firstHeader } from '../text/index.ts';
import type { VpcEndpointTable } from '../vpc-endpoints/index.ts';

/** Whether a client may call through a private domain name; nobody has shown yet who he is. */
export type DomainPolicy = (exchange: Exchange, endpoint: VpcEndpoint) => boolean;

/**
 * Compiles who may call through a private domain name: its own policy and that of the endpoint must both allow it. One without a
 * policy, or with one that cannot be read, admits nobody.
 */
export function compileDomainPolicy({ arn, policy }: PrivateAccess, endpoints: () => VpcEndpointTable): DomainPolicy {
  const own = compiled(policy, arn);
  if (own === undefined) return () => false;
  return (exchange, endpoint) => {
    const request = {
      principal: { kind: 'anonymous' },
      action: 'execute-api:Invoke',
      resource: arn,
      keys: keysOf(exchange, endpoint),
    } as const;
    const ofEndpoint = endpoints().policies?.(endpoint);
    return [own, ofEndpoint].every((one) => one === undefined || one.evaluate(request).effect === 'Allow');
  };
}

function compiled(policy: string | undefined, arn: string): CompiledPolicy | undefined {
  if (policy === undefined) return undefined;
  try {
    return compilePolicy(JSON.parse(policy, completed(arn)), 'resource', `policy of ${arn}`);
  } catch (error) {
    if (error instanceof PolicySyntaxError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `execute-api:/*` stands for the domain name that the policy is attached to. */
function completed(arn: string): (key: string, value: unknown) => unknown {
  const short = 'execute-api:/';
  return (_, value) => (typeof value === 'string' && value.startsWith(short) ? arn + value.slice(short.length) : value);
}

function keysOf({ peer, headers, receivedAtMs }: Exchange, { id, vpcId }: VpcEndpoint): ContextKeys {
  const keys = new Map([
    ['aws:currenttime', new Date(receivedAtMs).toISOString()],
    ['aws:epochtime', String(Math.floor(receivedAtMs / 1000))],
    ['aws:referer', firstHeader(headers, 'referer')],
    ['aws:securetransport', String(peer.encrypted)],
    ['aws:sourcevpc', vpcId],
    ['aws:sourcevpce', id],
    ['aws:useragent', firstHeader(headers, 'user-agent')],
    ['aws:vpcsourceip', peer.address],
  ]);
  return (key) => keys.get(key);
}
