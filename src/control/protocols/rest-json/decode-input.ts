import type { Member, OperationMatch } from '../../schema/index.ts';
import { decodeMembers } from '../json/decode-json.ts';
import { jsonNames } from '../json/json-names.ts';
import { parseBody } from '../json/parse-body.ts';
import type { Values, WireRequest } from '../protocol.ts';
import { parseText } from '../text-values.ts';
import { decodePayload } from './decode-payload.ts';

/** Gathers the members from all the places to which the schema binds them (Smithy, "HTTP binding traits"). */
export function decodeInput(request: WireRequest, { operation, labels }: OperationMatch): Values {
  const input: Record<string, unknown> = {};
  const bodyMembers: Member[] = [];
  let payload: Member | undefined;
  for (const member of operation.input?.members ?? []) {
    const { traits } = member;
    if (traits.httpPayload) payload = member;
    else if (isBoundToHead(member)) assign(input, member, decodeFromHead(member, request, labels));
    else bodyMembers.push(member);
  }
  if (payload) assign(input, payload, decodePayload(payload, request.body));
  if (bodyMembers.length === 0) return input;
  return Object.assign(input, decodeMembers(bodyMembers, parseBody(request.body), jsonNames));
}

function isBoundToHead({ traits }: Member): boolean {
  return (
    traits.httpLabel === true ||
    traits.httpQueryParams === true ||
    traits.httpQuery !== undefined ||
    traits.httpHeader !== undefined ||
    traits.httpPrefixHeaders !== undefined
  );
}

function decodeFromHead(member: Member, request: WireRequest, labels: Readonly<Record<string, string>>): unknown {
  const { traits } = member;
  if (traits.httpLabel) return parseText(member, labels[member.name] ?? '');
  if (traits.httpQuery !== undefined) return decodeQuery(member, request.query.get(traits.httpQuery));
  if (traits.httpHeader !== undefined)
    return decodeHeader(member, request.headers.get(traits.httpHeader.toLowerCase()));
  if (traits.httpPrefixHeaders !== undefined) return prefixedHeaders(request.headers, traits.httpPrefixHeaders);
  return decodeQueryParams(member, request.query);
}

function decodeQuery(member: Member, values: readonly string[] | undefined): unknown {
  const { shape } = member;
  if (values === undefined) return undefined;
  if (shape.kind === 'list') return values.map((value) => parseText(shape.member, value));
  return parseText(member, values[0] ?? '');
}

function decodeHeader(member: Member, values: readonly string[] | undefined): unknown {
  const { shape } = member;
  if (values === undefined) return undefined;
  if (shape.kind !== 'list') return parseText(member, values.join(','));
  return values.flatMap((value) => value.split(',')).map((value) => parseText(shape.member, value.trim()));
}

function prefixedHeaders(headers: WireRequest['headers'], prefix: string): Values {
  const lowerCase = prefix.toLowerCase();
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => name.startsWith(lowerCase))
      .map(([name, values]) => [name.slice(prefix.length), values.join(',')]),
  );
}

/** Every parameter of the query, as a map of strings or of lists of strings. */
function decodeQueryParams({ shape }: Member, query: WireRequest['query']): Values {
  const isOfLists = shape.kind === 'map' && shape.value.shape.kind === 'list';
  return Object.fromEntries([...query].map(([name, values]) => [name, isOfLists ? values : values[0]]));
}

function assign(input: Record<string, unknown>, member: Member, value: unknown): void {
  if (value !== undefined) input[member.name] = value;
}
