import type { Principal } from '../../aws/index.ts';
import type { Exchange, HeaderList } from '../../http/index.ts';
import type { Protocol, WireRequest } from '../protocols/index.ts';
import { FRONT_DOOR_LIMITS } from './limits.ts';
import type { RequestHead } from './request-head.ts';
import { type FoundOperation, findOperation, type ServiceDirectory } from './service-directory.ts';

/** A call of an operation that needs no signature. */
export interface UnsignedCall {
  readonly found: FoundOperation;
  readonly request: WireRequest;
  readonly region: string;
}

/** An unsigned call says its region by the host that it is sent to, and otherwise not at all. */
const HOST_REGION = /^[a-z-]+\.([a-z]{2}(?:-[a-z]+)+-\d)\./;
const NO_REGION = 'us-east-1';

/**
 * Recognises a call that nobody signed and that nobody needs to sign. Its body is small, and is read only where a service has
 * such operations.
 * @returns undefined for every other request
 * @throws {BodyTooLargeError}
 */
export async function unsignedCall(
  exchange: Exchange,
  { signed, wire }: RequestHead,
  protocol: Protocol,
  directory: ServiceDirectory,
): Promise<UnsignedCall | undefined> {
  if (wire.headers.has('authorization') || signed.query.includes('X-Amz-')) return undefined;
  const services = (await directory.unsigned()).filter(({ schema }) => schema.protocols.includes(protocol.name));
  if (services.length === 0) return undefined;
  const request = { ...wire, body: await exchange.readBody(FRONT_DOOR_LIMITS.unsignedBodyBytes) };
  const found = findOperation(services, protocol, request);
  if (!found?.service.unsigned.has(found.match.operation.name)) return undefined;
  const region = HOST_REGION.exec(wire.headers.get('host')?.[0] ?? '')?.[1] ?? NO_REGION;
  return { found, request, region };
}

/** Who calls without a signature: nobody that is known. */
export function nobody(accountId: string): Principal {
  return { arn: 'anonymous', accountId, userId: 'anonymous', accessKeyId: '' };
}

/** Pages in browsers make such calls, too, so AWS lets all of them read the answers. */
export const READABLE_BY_PAGES: HeaderList = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
];

/** Whether a browser asks if a page may make a call (Fetch standard, "CORS-preflight request"). */
export function isPreflight(exchange: Exchange, { wire }: RequestHead): boolean {
  return (
    exchange.method === 'OPTIONS' && wire.headers.has('origin') && wire.headers.has('access-control-request-method')
  );
}

/** Calls with a signature gain nothing by this: a page cannot read their answers. */
export function answerPreflight(exchange: Exchange, { wire }: RequestHead): void {
  const asked = wire.headers.get('access-control-request-headers')?.join(',') ?? '';
  const headers = [
    ...['Access-Control-Allow-Origin', '*', 'Access-Control-Allow-Methods', 'POST'],
    ...(asked === '' ? [] : ['Access-Control-Allow-Headers', asked]),
    ...['Access-Control-Max-Age', '172800'],
  ];
  exchange.respond(200, headers, Buffer.alloc(0));
}
