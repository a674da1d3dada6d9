import type { BodySource } from '../../../http/index.ts';
import type { Member, Operation } from '../../schema/index.ts';
import { encodeEvents } from '../event-stream/index.ts';
import { encodeJson, encodeMembers } from '../json/encode-json.ts';
import { jsonNames } from '../json/json-names.ts';
import { EMPTY_BODY, type ResponseContext, type Values, type WireResponse } from '../protocol.ts';
import { boundHeaders, isInHead } from './bound-headers.ts';

/** Spreads the output over status, headers and body (Smithy, "HTTP binding traits"). */
export function encodeOutput(operation: Operation, output: Values, { requestId }: ResponseContext): WireResponse {
  const members = operation.output?.members ?? [];
  const { contentType, body } = encodeBody(members, output);
  const headers = boundHeaders(members, output);
  const hasContentType = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type');
  return {
    statusCode: statusCode(members, output) ?? operation.http?.statusCode ?? 200,
    headers: [
      'x-amzn-RequestId',
      requestId,
      ...(contentType === undefined || hasContentType ? [] : ['Content-Type', contentType]),
      ...headers,
    ],
    body,
  };
}

function statusCode(members: readonly Member[], output: Values): number | undefined {
  const member = members.find(({ traits }) => traits.httpResponseCode);
  const value = member && output[member.name];
  return typeof value === 'number' ? value : undefined;
}

interface Body {
  /** Undefined for an empty body. */
  readonly contentType: string | undefined;
  readonly body: Uint8Array | BodySource;
}

function encodeBody(members: readonly Member[], output: Values): Body {
  const payload = members.find(({ traits }) => traits.httpPayload);
  if (payload) return encodePayload(payload, output[payload.name]);
  const bodyMembers = members.filter((member) => !isInHead(member));
  if (bodyMembers.length === 0) return { contentType: undefined, body: EMPTY_BODY };
  return json(encodeMembers(bodyMembers, output, jsonNames));
}

function encodePayload(member: Member, value: unknown): Body {
  if (value === undefined || value === null) return { contentType: undefined, body: EMPTY_BODY };
  const { shape, traits } = member;
  if (shape.kind === 'union' && traits.streaming) {
    // The schema that the output is written by is the one that the handler's type was read from.
    return {
      contentType: 'application/vnd.amazon.eventstream',
      body: encodeEvents(shape, value as AsyncIterable<Values>),
    };
  }
  if (value instanceof Uint8Array) return { contentType: 'application/octet-stream', body: value };
  if (typeof value === 'string') return { contentType: 'text/plain', body: Buffer.from(value, 'utf8') };
  return json(encodeJson(member, value, jsonNames));
}

function json(value: unknown): Body {
  return { contentType: 'application/json', body: Buffer.from(JSON.stringify(value), 'utf8') };
}
