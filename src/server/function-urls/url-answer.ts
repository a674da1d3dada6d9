/** What a function answered, as its URL's caller gets it. */
export interface UrlAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Ours to set: the transport finds out by itself. */
const DROPPED = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade']);

/**
 * Reads a function's answer (Lambda guide, "Invoking Lambda function URLs", response payload format): an object with a
 * `statusCode` says all; anything else is the body of a 200.
 */
export function readAnswer(payload: Uint8Array): UrlAnswer {
  const text = Buffer.from(payload).toString('utf8');
  const value = parsed(text);
  if (!isRecord(value) || value.statusCode === undefined) {
    const body = typeof value === 'string' ? value : text;
    return { status: 200, headers: ['Content-Type', 'application/json'], body: Buffer.from(body) };
  }
  const head = readHead(value);
  const body = typeof value.body === 'string' ? value.body : JSON.stringify(value.body ?? '').replace(/^""$/, '');
  return { ...head, body: Buffer.from(body, value.isBase64Encoded === true ? 'base64' : 'utf8') };
}

/** What stands before the body of an answer that is streamed; undefined when it is no JSON object. */
export function readMetadata(text: string): Omit<UrlAnswer, 'body'> | undefined {
  const value = parsed(text);
  return isRecord(value) ? readHead(value) : undefined;
}

/** Status and headers of an answer. */
function readHead(value: Readonly<Record<string, unknown>>): Omit<UrlAnswer, 'body'> {
  const status = Number(value.statusCode ?? 200);
  const given = Object.entries(isRecord(value.headers) ? value.headers : {});
  const cookies = Array.isArray(value.cookies) ? value.cookies : [];
  const fields = [...given, ...cookies.map((cookie): [string, unknown] => ['Set-Cookie', cookie])];
  const headers = fields
    .filter(([name, field]) => isField(name, String(field)) && !DROPPED.has(name.toLowerCase()))
    .flatMap(([name, field]) => [name, String(field)]);
  const isTyped = headers.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'content-type');
  return {
    status: Number.isInteger(status) && status >= 200 && status <= 599 ? status : 502,
    headers: isTyped ? headers : ['Content-Type', 'application/json', ...headers],
  };
}

function isField(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
