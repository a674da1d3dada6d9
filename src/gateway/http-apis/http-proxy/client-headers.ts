import type { HeaderList } from '../../../http/index.ts';

/** Of the backend's connection alone (RFC 9110 section 7.6.1), framed anew, or ours to set. */
const DROPPED: ReadonlySet<string> = new Set([
  'apigw-requestid',
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What reaches a client of the header fields of a backend or a function: all but those; HTTP APIs rename none. */
export function clientHeaders(headers: HeaderList): string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    if (!DROPPED.has(name.toLowerCase())) kept.push(name, headers[at + 1] as string);
  }
  return kept;
}
