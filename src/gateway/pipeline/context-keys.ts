import type { ContextKeys } from '../../policy/index.ts';
import type { MethodRequest } from '../method/index.ts';
import { firstHeader } from '../text/index.ts';

/**
 * The condition keys of callers whom nobody knows (guide page apigateway-resource-policies-aws-condition-keys; fact D105).
 * Through a VPC endpoint, `aws:VpcSourceIp` stands for `aws:SourceIp` (IAM user guide, "AWS global condition context keys").
 */
const READERS: Readonly<Record<string, (request: MethodRequest) => string | undefined>> = {
  'aws:currenttime': ({ context }) => new Date(context.requestTimeEpoch).toISOString(),
  'aws:epochtime': ({ context }) => String(Math.floor(context.requestTimeEpoch / 1000)),
  'aws:referer': ({ headers }) => firstHeader(headers, 'referer'),
  'aws:securetransport': ({ exchange }) => String(exchange.peer.encrypted),
  'aws:sourceip': ({ context }) => (context.vpcEndpoint === undefined ? context.sourceIp : undefined),
  'aws:sourcevpc': ({ context }) => context.vpcEndpoint?.vpcId,
  'aws:sourcevpce': ({ context }) => context.vpcEndpoint?.id,
  'aws:useragent': ({ context }) => context.userAgent,
  'aws:vpcsourceip': ({ context }) => (context.vpcEndpoint === undefined ? undefined : context.sourceIp),
  'execute-api:viadomainarn': ({ address }) => address.domain?.arn,
};

/** @param ofCaller the keys of a caller who is known, by name in lower case */
export function contextKeys(request: MethodRequest, ofCaller: Readonly<Record<string, string>> = {}): ContextKeys {
  return (key) => {
    if (Object.hasOwn(ofCaller, key)) return ofCaller[key];
    return Object.hasOwn(READERS, key) ? READERS[key]?.(request) : undefined;
  };
}
