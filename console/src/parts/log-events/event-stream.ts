import { AwsError } from '../../aws/index.ts';

/** One message of an event stream. */
export interface StreamMessage {
  /** The names of the text headers, such as `:event-type`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** Lengths of the whole and of the headers, and their checksum. */
const PRELUDE_BYTES = 12;
const CHECKSUM_BYTES = 4;
const STRING_TYPE = 7;
/** AWS's messages end at 16 MB. */
const MOST_BYTES = 16_777_216;
const text = new TextDecoder();

/**
 * Reads messages off a body as they come (Smithy, "Amazon Event Stream Specification"). Checksums are left to TCP and TLS: nothing
 * stores these bytes on the way.
 * @throws {AwsError} for what is no event stream
 */
export async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage, void, void> {
  const reader = body.getReader();
  let held = new Uint8Array(0);
  try {
    for (;;) {
      const length = lengthOf(held);
      if (length !== undefined && held.length >= length) {
        yield messageOf(held.subarray(0, length));
        held = held.slice(length);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return;
      const joined = new Uint8Array(held.length + value.length);
      joined.set(held);
      joined.set(value, held.length);
      held = joined;
    }
  } finally {
    await reader.cancel();
  }
}

/** Undefined until it has come. */
function lengthOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < PRELUDE_BYTES) return undefined;
  const length = view(bytes).getUint32(0);
  if (length >= PRELUDE_BYTES + CHECKSUM_BYTES && length <= MOST_BYTES) return length;
  throw new AwsError('SerializationException', 'The answer is no event stream.', 200);
}

function messageOf(bytes: Uint8Array): StreamMessage {
  const headersEnd = PRELUDE_BYTES + view(bytes).getUint32(4);
  const headers: Record<string, string> = {};
  let at = PRELUDE_BYTES;
  while (at < headersEnd) {
    const nameEnd = at + 1 + (bytes[at] ?? 0);
    const name = text.decode(bytes.subarray(at + 1, nameEnd));
    if (bytes[nameEnd] !== STRING_TYPE) break;
    const valueEnd = nameEnd + 3 + view(bytes).getUint16(nameEnd + 1);
    headers[name] = text.decode(bytes.subarray(nameEnd + 3, valueEnd));
    at = valueEnd;
  }
  return { headers, payload: bytes.subarray(headersEnd, bytes.length - CHECKSUM_BYTES) };
}

function view({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
