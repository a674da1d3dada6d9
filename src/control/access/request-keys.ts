import { timeKeys } from '../../policy/index.ts';
import type { CallFacts } from './call-facts.ts';

/** The condition keys that every call has (IAM user guide, "AWS global condition context keys"), by name in lower case. */
export function requestKeys({
  call,
  sourceIp,
  encrypted,
  userAgent,
  referer,
}: CallFacts): Readonly<Record<string, string | undefined>> {
  return {
    'aws:requestedregion': call.scope.region,
    'aws:securetransport': String(encrypted),
    'aws:sourceip': sourceIp,
    'aws:viaawsservice': 'false',
    ...(userAgent !== undefined && { 'aws:useragent': userAgent }),
    ...(referer !== undefined && { 'aws:referer': referer }),
    ...timeKeys(call.nowMs),
  };
}
