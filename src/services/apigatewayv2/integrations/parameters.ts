import { badRequest } from '../errors.ts';
import { isReservedHeader } from '../reserved-headers.ts';

export type Parameters = Readonly<Record<string, string>>;

/** RFC 9110 section 5.6.2, `token`. */
const HEADER = /^(?:append|overwrite|remove):header\.([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/;
const QUERY = /^(?:append|overwrite|remove):querystring\..+$/;

/**
 * Checks the keys of request parameters (guide page http-api-parameter-mapping; features A3.8).
 * @throws {ServiceError} 400; the texts are ours
 */
export function checkRequestParameters(parameters: Parameters | undefined): void {
  for (const [key, value] of Object.entries(parameters ?? {})) {
    if (key !== 'overwrite:path' && !QUERY.test(key)) checkHeader(key);
    checkValue(key, value);
  }
}

/** @throws {ServiceError} 400; the texts are ours */
export function checkResponseParameters(parameters: Readonly<Record<string, Parameters>> | undefined): void {
  for (const [status, mapped] of Object.entries(parameters ?? {})) {
    if (!/^[2-5]\d\d$/.test(status)) throw badRequest(`Invalid status code in response parameters: ${status}`);
    for (const [key, value] of Object.entries(mapped)) {
      if (key !== 'overwrite:statuscode') checkHeader(key);
      checkValue(key, value);
    }
  }
}

/** Parameters after a change: what is set to nothing goes (fact D134). */
export function mergedParameters(
  before: Parameters | undefined,
  change: Parameters | undefined,
): Parameters | undefined {
  if (change === undefined) return before;
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== '');
  return merged.length === 0 ? undefined : Object.fromEntries(merged);
}

/** The same for responses, where an empty map takes a status away. */
export function mergedResponses(
  before: Readonly<Record<string, Parameters>> | undefined,
  change: Readonly<Record<string, Parameters>> | undefined,
): Readonly<Record<string, Parameters>> | undefined {
  if (change === undefined) return before;
  const merged = Object.entries({ ...before, ...change }).filter(([, mapped]) => Object.keys(mapped).length > 0);
  return merged.length === 0 ? undefined : Object.fromEntries(merged);
}

function checkHeader(key: string): void {
  const name = HEADER.exec(key)?.[1];
  if (name === undefined) throw badRequest(`Invalid mapping expression specified: ${key}`);
  if (isReservedHeader(name)) throw badRequest(`Operations on header ${name} are restricted`);
}

function checkValue(key: string, value: string): void {
  // Recursive descent and filters of JSONPath are not supported (fact D133).
  if (/(?:request|response)\.body(?:\.[^\s}]*)?(?:\.\.|\?\()/.test(value)) {
    throw badRequest(`Invalid mapping expression specified: ${key} = ${value}`);
  }
}
