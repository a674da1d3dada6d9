import type { Member, StructureShape } from '../../schema/index.ts';
import { encodeMembers } from '../json/encode-json.ts';
import { jsonNames, memberNames } from '../json/json-names.ts';
import type { Values } from '../protocol.ts';
import { encodeMessage } from './encode-message.ts';

/** A payload larger than this goes out in several events (our own bound; AWS's messages end at 16 MB). */
const MAX_PAYLOAD_BYTES = 1_048_576;

/**
 * Writes events as they come. Each is an object with one member of the union, as the SDK gives it to its user.
 * @throws what the handler's events throw: the client's connection breaks off then
 */
export async function* encodeEvents(
  union: StructureShape,
  events: AsyncIterable<Values>,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const event of events) {
    const member = union.members.find(({ name }) => event[name] !== undefined && event[name] !== null);
    if (member !== undefined) yield* encodeEvent(member, event[member.name] as Values);
  }
}

/**
 * What an RPC protocol sends first: the output's other members (Smithy, "Event streams", "Initial response").
 * @param contentType of the protocol
 */
export function encodeInitialResponse(members: readonly Member[], output: Values, contentType: string): Uint8Array {
  const headers = { ':message-type': 'event', ':event-type': 'initial-response', ':content-type': contentType };
  return encodeMessage(headers, Buffer.from(JSON.stringify(encodeMembers(members, output, memberNames))));
}

function* encodeEvent({ name, shape }: Member, values: Values): Generator<Uint8Array, void, void> {
  const members = shape.kind === 'structure' ? shape.members : [];
  const isError = shape.kind === 'structure' && shape.error !== undefined;
  const headers: Readonly<Record<string, string>> = isError
    ? { ':message-type': 'exception', ':exception-type': name }
    : { ':message-type': 'event', ':event-type': name };
  const payload = members.find(({ traits }) => traits.eventPayload);
  const bytes = payload && values[payload.name];
  if (bytes instanceof Uint8Array) {
    for (let at = 0; at < bytes.length; at += MAX_PAYLOAD_BYTES) {
      const piece = bytes.subarray(at, at + MAX_PAYLOAD_BYTES);
      yield encodeMessage({ ...headers, ':content-type': 'application/octet-stream' }, piece);
    }
    return;
  }
  const body = JSON.stringify(encodeMembers(members, values, jsonNames));
  yield encodeMessage({ ...headers, ':content-type': 'application/json' }, Buffer.from(body));
}
