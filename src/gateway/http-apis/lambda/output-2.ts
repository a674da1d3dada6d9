import { headerText, isToken } from '../../text/index.ts';
import { clientHeaders } from '../http-proxy/client-headers.ts';

/** What a function answered, ready to be sent. */
export interface FunctionAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the output of a function in format 2.0 (fact D130): one with a `statusCode` says everything itself, any other JSON is
 * the body of a 200.
 * @param payload UTF-8 JSON
 * @returns undefined for what is no answer: the client gets 500 then
 */
export function readOutput2(payload: Uint8Array): FunctionAnswer | undefined {
  const text = Buffer.from(payload).toString('utf8');
  const output = parse(text);
  if (output === undefined) return undefined;
  if (isFields(output.value) && output.value.statusCode !== undefined) return readExplicit(output.value);
  const body = typeof output.value === 'string' ? output.value : text;
  return { status: 200, headers: ['Content-Type', 'application/json'], body: Buffer.from(body) };
}

function readExplicit({ statusCode, headers, cookies, body, isBase64Encoded }: Fields): FunctionAnswer | undefined {
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  if (body !== undefined && body !== null && typeof body !== 'string') return undefined;
  const fields = readHeaders(headers);
  const setCookies = readCookies(cookies);
  if (fields === undefined || setCookies === undefined) return undefined;
  return {
    status,
    headers: [...typed(clientHeaders(fields)), ...setCookies],
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

/** A field whose name or value cannot be sent is left out. */
function readHeaders(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isFields(value)) return undefined;
  return Object.entries(value).flatMap(([name, one]) => {
    const text = one === null || typeof one === 'object' ? undefined : headerText(String(one));
    return isToken(name) && text !== undefined ? [name, text] : [];
  });
}

function readCookies(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((cookie) => {
    const text = headerText(String(cookie));
    return text === undefined ? [] : ['Set-Cookie', text];
  });
}

/** What a body is that nobody says the type of. As reported by users of AWS. */
export function typed(fields: readonly string[]): readonly string[] {
  const isTyped = fields.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'content-type');
  return isTyped ? fields : [...fields, 'Content-Type', 'text/plain; charset=utf-8'];
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
