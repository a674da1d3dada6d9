/** Status and headers as a function behind AWS_PROXY gave them, checked. */
export interface ProxyHead {
  readonly status: number;
  /** Names and values in one flat list, merged (fact D56). */
  readonly headers: readonly string[];
}

/** What a function behind AWS_PROXY returned, checked. */
export interface ProxyOutput extends ProxyHead {
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const KEYS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);
const STREAM_KEYS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'cookies']);

/**
 * Reads the output of a function (fact D55).
 * @param payload UTF-8 JSON
 * @returns undefined when it has not the shape that a REST API takes: the client gets 502 then
 */
export function readProxyOutput(payload: Uint8Array): ProxyOutput | undefined {
  const output = parseObject(payload);
  if (output === undefined) return streamedOutput(payload);
  if (Object.keys(output).some((key) => !KEYS.has(key))) return undefined;
  const head = readHead(output);
  const body = output.body ?? '';
  const isBase64Encoded = readFlag(output.isBase64Encoded);
  if (head === undefined || isBase64Encoded === undefined || typeof body !== 'string') return undefined;
  return { body, isBase64Encoded, ...head };
}

/** Of a function that streams behind an integration that does not, status and headers count (fact D72). */
function streamedOutput(payload: Uint8Array): ProxyOutput | undefined {
  const end = bufferOf(payload).indexOf(DELIMITER);
  const head = end < 0 ? undefined : readStreamMetadata(payload.subarray(0, end));
  return head && { body: '', isBase64Encoded: false, ...head };
}

/** What stands between the metadata of a streamed answer and its body (fact D70). */
export const DELIMITER: Buffer = Buffer.alloc(8);

/**
 * Reads what stands before the delimiter of an answer that a function streams (fact D70).
 * @returns undefined when it has not the shape that a REST API takes
 */
export function readStreamMetadata(bytes: Uint8Array): ProxyHead | undefined {
  const metadata = parseObject(bytes);
  if (metadata === undefined || Object.keys(metadata).some((key) => !STREAM_KEYS.has(key))) return undefined;
  const head = readHead(metadata);
  const cookies = metadata.cookies ?? [];
  if (head === undefined || !Array.isArray(cookies) || !cookies.every((cookie) => typeof cookie === 'string'))
    return undefined;
  return { ...head, headers: [...head.headers, ...cookies.flatMap((cookie) => ['Set-Cookie', cookie])] };
}

function readHead(output: Readonly<Record<string, unknown>>): ProxyHead | undefined {
  const status = readStatus(output.statusCode);
  const single = readSingle(output.headers);
  const multi = readMulti(output.multiValueHeaders);
  if (status === undefined || single === undefined || multi === undefined) return undefined;
  return { status, headers: merge(multi, single) };
}

function parseObject(payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bufferOf(payload).toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number, or one in a string; 200 when it is missing. Only a final status can be sent (RFC 9110 section 15). */
function readStatus(value: unknown): number | undefined {
  if (value === undefined || value === null) return 200;
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d{3}$/.test(value))) return undefined;
  const status = Number(value);
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  if (value === undefined || value === null || value === 'false') return false;
  if (value === 'true') return true;
  return typeof value === 'boolean' ? value : undefined;
}

type Pair = readonly [name: string, value: string];

function readSingle(value: unknown): readonly Pair[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) return undefined;
  const pairs: Pair[] = [];
  for (const [name, item] of Object.entries(value)) {
    if (!isScalar(item)) return undefined;
    pairs.push([name, String(item)]);
  }
  return pairs;
}

function readMulti(value: unknown): readonly Pair[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) return undefined;
  const pairs: Pair[] = [];
  for (const [name, items] of Object.entries(value)) {
    if (!Array.isArray(items)) return undefined;
    for (const item of items) {
      if (!isScalar(item)) return undefined;
      pairs.push([name, String(item)]);
    }
  }
  return pairs;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** One list of both; a pair that is in both is kept once; the multi-value spelling of a name wins (fact D56). */
function merge(multi: readonly Pair[], single: readonly Pair[]): readonly string[] {
  if (multi.length === 0 || single.length === 0) return [...multi, ...single].flat();
  const spelling = new Map(multi.map(([name]) => [name.toLowerCase(), name]));
  const isKnown = ([name, value]: Pair): boolean =>
    multi.some((pair) => pair[0].toLowerCase() === name.toLowerCase() && pair[1] === value);
  const rest = single
    .filter((pair) => !isKnown(pair))
    .map(([name, value]): Pair => [spelling.get(name.toLowerCase()) ?? name, value]);
  return [...multi, ...rest].flat();
}
