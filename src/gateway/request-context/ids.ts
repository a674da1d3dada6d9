import type { HeaderList } from '../../http/index.ts';
import { firstHeader } from '../text/index.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a request: the client's own when it sent a UUID in `x-amzn-RequestId`, a new one otherwise (fact D19). */
export function requestIdOf(headers: HeaderList, uuid: () => string): string {
  const sent = firstHeader(headers, 'x-amzn-requestid');
  return sent !== undefined && UUID.test(sent) ? sent : uuid();
}

/** An id in the form of `x-amz-apigw-id` (`FiV9AHvHoAMFtsg=`): eleven random bytes in URL-safe base64, padded. */
export function extendedRequestId(uuid: () => string): string {
  return Buffer.from(uuid().replaceAll('-', '').slice(0, 22), 'hex').toString('base64url').concat('=');
}

const ROOT = /(?:^|;)\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}(?:;|$)/i;

/** The `X-Amzn-Trace-Id` of a request: what the client sent when that names a trace, a new root otherwise (telemetry E.4). */
export function traceIdOf(headers: HeaderList, nowMs: number, uuid: () => string): string {
  const sent = firstHeader(headers, 'x-amzn-trace-id');
  if (sent !== undefined && ROOT.test(sent)) return sent;
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${uuid().replaceAll('-', '').slice(0, 24)}`;
}
