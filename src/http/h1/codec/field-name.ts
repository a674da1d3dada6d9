/** Fields that frame a message or steer its connection; every other field is only passed on. */
export type FieldRole =
  | 'host'
  | 'content-length'
  | 'transfer-encoding'
  | 'connection'
  | 'keep-alive'
  | 'expect'
  | 'upgrade'
  | undefined;

/** A field name as it is spelled in one place, with what the engine wants to know of it. */
export interface FieldName {
  readonly text: string;
  readonly role: FieldRole;
}

/** Names seen often enough to be worth one shared string each, so that comparing them is comparing pointers. */
const KNOWN_NAMES: readonly string[] = [
  ...['Accept', 'Accept-Charset', 'Accept-Encoding', 'Accept-Language', 'Accept-Ranges', 'Age', 'Allow', 'Alt-Svc'],
  ...['Access-Control-Allow-Credentials', 'Access-Control-Allow-Headers', 'Access-Control-Allow-Methods'],
  ...['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Access-Control-Max-Age'],
  ...['Access-Control-Request-Headers', 'Access-Control-Request-Method', 'Authorization', 'Cache-Control'],
  ...['Connection', 'Content-Disposition', 'Content-Encoding', 'Content-Language', 'Content-Length'],
  ...['Content-Location', 'Content-MD5', 'Content-Range', 'Content-Security-Policy', 'Content-Type', 'Cookie', 'DNT'],
  ...['Date', 'ETag', 'Expect', 'Expires', 'Forwarded', 'From', 'Host', 'If-Match', 'If-Modified-Since'],
  ...['If-None-Match', 'If-Range', 'If-Unmodified-Since', 'Keep-Alive', 'Last-Modified', 'Link', 'Location'],
  ...['Max-Forwards', 'Origin', 'Pragma', 'Priority', 'Proxy-Authenticate', 'Proxy-Authorization', 'Proxy-Connection'],
  ...['Range', 'Referer', 'Referrer-Policy', 'Retry-After', 'Sec-CH-UA', 'Sec-CH-UA-Mobile', 'Sec-CH-UA-Platform'],
  ...['Sec-Fetch-Dest', 'Sec-Fetch-Mode', 'Sec-Fetch-Site', 'Sec-Fetch-User', 'Sec-WebSocket-Accept'],
  ...['Sec-WebSocket-Extensions', 'Sec-WebSocket-Key', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Version', 'Server'],
  ...['Set-Cookie', 'Strict-Transport-Security', 'TE', 'Trailer', 'Transfer-Encoding', 'Traceparent', 'Tracestate'],
  ...['Upgrade', 'Upgrade-Insecure-Requests', 'User-Agent', 'Vary', 'Via', 'Warning', 'WWW-Authenticate'],
  ...['X-Amz-Cf-Id', 'X-Amz-Content-Sha256', 'X-Amz-Date', 'X-Amz-Security-Token', 'X-Amz-Target', 'X-Amz-User-Agent'],
  ...['X-Amzn-Trace-Id', 'x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amz-apigw-id', 'X-API-Key', 'X-Cache'],
  ...['X-Content-Type-Options', 'X-Correlation-Id', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Port'],
  ...['X-Forwarded-Proto', 'X-Frame-Options', 'X-Powered-By', 'X-Real-IP', 'X-Request-Id', 'X-Requested-With'],
  ...['X-XSS-Protection', 'Idempotency-Key', 'amz-sdk-invocation-id', 'amz-sdk-request'],
];

const ROLES: ReadonlyMap<string, FieldRole> = new Map<string, FieldRole>([
  ['host', 'host'],
  ['content-length', 'content-length'],
  ['transfer-encoding', 'transfer-encoding'],
  ['connection', 'connection'],
  ['keep-alive', 'keep-alive'],
  ['expect', 'expect'],
  ['upgrade', 'upgrade'],
]);

const PLACES = 2048;

/** One name a place: of two known names that fall on the same place the earlier stays, the other is made when read. */
const places: (FieldName | undefined)[] = new Array<FieldName | undefined>(PLACES).fill(undefined);
for (const name of KNOWN_NAMES) {
  for (const text of [name, name.toLowerCase()]) {
    const bytes = Buffer.from(text, 'latin1');
    places[placeOf(bytes, 0, bytes.length)] ??= { text, role: roleOf(text) };
  }
}

const spellings: ReadonlySet<string> = new Set(KNOWN_NAMES.flatMap((name) => [name, name.toLowerCase()]));

/** Whether a name is spelled like a known one, and hence a token. */
export function isKnownName(name: string): boolean {
  return spellings.has(name);
}

/** What the engine wants to know of a name, whatever its case. */
export function roleOf(name: string): FieldRole {
  const { length } = name;
  // Every role's name has one of these lengths: most names are settled without folding their case.
  if (length !== 4 && length !== 6 && length !== 7 && length !== 10 && length !== 14 && length !== 17) return undefined;
  return ROLES.get(name.toLowerCase());
}

/** The shared name that is spelled exactly like the bytes from `start` to `end`, if there is one. */
export function knownName(bytes: Uint8Array, start: number, end: number): FieldName | undefined {
  const candidate = places[placeOf(bytes, start, end)];
  if (candidate === undefined) return undefined;
  const { text } = candidate;
  if (text.length !== end - start) return undefined;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return undefined;
  return candidate;
}

/** Length and four bytes tell nearly all known names apart; the factors were searched for the fewest collisions. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  const first = bytes[start] as number;
  const fourth = bytes[start + (length >> 2)] as number;
  const middle = bytes[start + (length >> 1)] as number;
  const last = bytes[end - 1] as number;
  return (length * 3209 + first * 1103 + middle * 3111 + last * 643 + fourth * 3233) & (PLACES - 1);
}
