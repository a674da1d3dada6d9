import type { Operation } from '../../../src/control/schema/service-schema.ts';
import type { Member } from '../../../src/control/schema/shape.ts';
import { decodeMembers, encodeMembers, jsonNames } from './json.ts';
import { jsonError, parseJson } from './json-error.ts';
import type { Protocol, Received } from './protocol.ts';
import type { Unsigned } from './sign.ts';
import { uriEncode } from './uri.ts';
import { asRecord, asText, type Values } from './values.ts';

const NO_BODY = new Uint8Array();

/** rest-json: members go where the schema binds them (Smithy, "HTTP binding traits"). */
export const restJson: Protocol = { encode, decode, error: jsonError };

function encode(operation: Operation, input: Values): Unsigned {
  const { method, uri } = operation.http ?? { method: 'POST', uri: '/' };
  const [template = '', literals = ''] = uri.split('?');
  const query: [string, string][] = [...new URLSearchParams(literals)];
  const headers: Record<string, string> = {};
  const inBody: Member[] = [];
  let body = NO_BODY;
  for (const member of operation.input?.members ?? []) {
    const value = input[member.name];
    const { traits } = member;
    if (traits.httpLabel || value === undefined) continue;
    if (traits.httpQuery !== undefined) query.push(...queryValues(traits.httpQuery, value));
    else if (traits.httpQueryParams)
      query.push(...Object.entries(asRecord(value)).flatMap(([name, item]) => queryValues(name, item)));
    else if (traits.httpHeader !== undefined) headers[traits.httpHeader.toLowerCase()] = asText(value);
    else if (traits.httpPayload) body = value as Uint8Array<ArrayBuffer>;
    else inBody.push(member);
  }
  if (inBody.length > 0) {
    headers['content-type'] = 'application/json';
    body = new TextEncoder().encode(JSON.stringify(encodeMembers(inBody, input, jsonNames)));
  }
  return { method, path: pathOf(template, input), query, headers, body };
}

function pathOf(template: string, input: Values): string {
  return template.replace(/\{([^+}]+)(\+?)\}/g, (_, name: string, greedy: string) => {
    const value = asText(input[name] ?? '');
    return greedy ? value.split('/').map(uriEncode).join('/') : uriEncode(value);
  });
}

function queryValues(name: string, value: unknown): [string, string][] {
  return (Array.isArray(value) ? value : [value]).map((item) => [name, asText(item)]);
}

function decode(operation: Operation, received: Received): Values {
  const members = operation.output?.members ?? [];
  const inBody = members.filter(({ traits }) => !traits.httpHeader && !traits.httpPayload && !traits.httpResponseCode);
  const elsewhere = members
    .filter((member) => !inBody.includes(member))
    .map((member) => [member.name, bound(member, received)] as const)
    .filter(([, value]) => value !== undefined);
  const body = inBody.length > 0 ? decodeMembers(inBody, parseJson(received.body), jsonNames) : {};
  return { ...body, ...Object.fromEntries(elsewhere) };
}

function bound({ shape, traits }: Member, { status, headers, body }: Received): unknown {
  if (traits.httpResponseCode) return status;
  if (traits.httpHeader !== undefined) return headers.get(traits.httpHeader) ?? undefined;
  if (shape.kind === 'blob') return body;
  if (shape.kind === 'string') return new TextDecoder().decode(body);
  return shape.kind === 'structure' ? decodeMembers(shape.members, parseJson(body), jsonNames) : undefined;
}
