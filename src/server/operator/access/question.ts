import { isIP } from 'node:net';
import { badRequest, type Fields, fieldsOf, textOf } from '../json-body.ts';

/** What is asked. */
export interface AccessQuestion {
  readonly caller: string;
  /** A method, as a client would call it; undefined where an action is asked about. */
  readonly method: AskedPlace | undefined;
  readonly action: string | undefined;
  readonly resource: string;
  /** JSON text. */
  readonly sessionPolicy: string | undefined;
  /** Condition keys by name, as they are spelt, which the question gives. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface AskedPlace {
  readonly api: string;
  readonly stage: string;
  readonly verb: string;
  /** Below the stage. */
  readonly path: string;
}

/** Condition keys that a header of the request is the value of (IAM user guide, "AWS global condition context keys"). */
const KEYS_OF_HEADERS = new Map([
  ['user-agent', 'aws:UserAgent'],
  ['referer', 'aws:Referer'],
]);
const MOST_KEYS = 100;

/**
 * Reads `{ caller, api, stage, method, path }` or `{ caller, action, resource }`, both with `time`, `ip`, `headers`, `context` and
 * `sessionPolicy`.
 * @throws {ServiceError} 400
 */
export function readQuestion(body: Buffer, region: string, nowMs: number): AccessQuestion {
  const fields = fieldsOf(body);
  const api = given(fields, 'api', /^[\w-]{1,128}$/);
  const action = given(fields, 'action', /^[\w-]{1,64}:[\w*?]{1,128}$/);
  if (api === undefined && action === undefined)
    throw badRequest('Say what is asked: an action, or an API with method and path.');
  return {
    caller: textOf(fields, 'caller', /^[\x21-\x7e]{1,2048}$/),
    method: api === undefined ? undefined : placeIn(fields, api),
    action,
    resource: given(fields, 'resource', /^[\x20-\x7e]{1,2048}$/) ?? '*',
    sessionPolicy: given(fields, 'sessionPolicy', /^[\s\S]{1,16384}$/),
    keys: keysIn(fields, region, nowMs),
  };
}

function placeIn(fields: Fields, api: string): AskedPlace {
  return {
    api,
    stage: given(fields, 'stage', /^(\*|[\w$-]{1,128})$/) ?? '*',
    verb: given(fields, 'method', /^[A-Z]{1,16}$/) ?? 'GET',
    path: given(fields, 'path', /^\/[\x21-\x7e]{0,8191}$/) ?? '/',
  };
}

function keysIn(fields: Fields, region: string, nowMs: number): Readonly<Record<string, string>> {
  const time = given(fields, 'time', /^[\x20-\x7e]{1,64}$/);
  const atMs = time === undefined ? nowMs : Date.parse(time);
  if (Number.isNaN(atMs)) throw badRequest(`${time} is no time, such as 2026-01-31T12:00:00Z.`);
  const ip = given(fields, 'ip', /^[\x21-\x7e]{1,64}$/);
  if (ip !== undefined && isIP(ip) === 0) throw badRequest(`${ip} is no IP address.`);
  const headers = Object.entries(textsIn(fields, 'headers')).flatMap(([name, value]) => {
    const key = KEYS_OF_HEADERS.get(name.toLowerCase());
    return key === undefined ? [] : [[key, value] as const];
  });
  return {
    'aws:CurrentTime': new Date(atMs).toISOString(),
    'aws:EpochTime': String(Math.floor(atMs / 1_000)),
    'aws:RequestedRegion': region,
    ...(ip !== undefined && { 'aws:SourceIp': ip }),
    ...Object.fromEntries(headers),
    ...textsIn(fields, 'context'),
  };
}

function given(fields: Fields, name: string, pattern: RegExp): string | undefined {
  return fields[name] === undefined ? undefined : textOf(fields, name, pattern);
}

function textsIn(fields: Fields, name: string): Readonly<Record<string, string>> {
  const value = fields[name] ?? {};
  const texts = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : undefined;
  if (texts === undefined || texts.length > MOST_KEYS || !texts.every(([, text]) => typeof text === 'string'))
    throw badRequest(`${name} must be an object of at most ${MOST_KEYS} texts.`);
  return Object.fromEntries(texts) as Readonly<Record<string, string>>;
}
