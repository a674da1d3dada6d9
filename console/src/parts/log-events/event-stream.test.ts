import { expect, it } from 'vitest';
import { readMessages } from './event-stream.ts';

/** A message as the specification's examples have it; its checksums are not read. */
function message(headers: Readonly<Record<string, string>>, payload: string): Uint8Array {
  const fields = Object.entries(headers).flatMap(([name, value]) => [
    name.length,
    ...Buffer.from(name),
    7,
    value.length >> 8,
    value.length & 255,
    ...Buffer.from(value),
  ]);
  const length = 16 + fields.length + payload.length;
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(length, 0);
  prelude.writeUInt32BE(fields.length, 4);
  return Uint8Array.from([...prelude, ...fields, ...Buffer.from(payload), 0, 0, 0, 0]);
}

async function read(bytes: Uint8Array, pieceBytes: number): Promise<unknown[]> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.slice(at * pieceBytes, (at + 1) * pieceBytes),
  );
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const found: unknown[] = [];
  for await (const { headers, payload } of readMessages(body)) found.push([headers, Buffer.from(payload).toString()]);
  return found;
}

it.each([1, 7, 1_000])('reads messages that come in pieces of %i bytes', async (pieceBytes) => {
  const first = message({ ':event-type': 'sessionStart', ':message-type': 'event' }, '{"a":1}');
  const second = message({ ':event-type': 'sessionUpdate' }, '');
  expect(await read(Uint8Array.from([...first, ...second]), pieceBytes)).toEqual([
    [{ ':event-type': 'sessionStart', ':message-type': 'event' }, '{"a":1}'],
    [{ ':event-type': 'sessionUpdate' }, ''],
  ]);
});

it('refuses what is no event stream', async () => {
  await expect(read(Buffer.from('<html>some page of a proxy</html>'), 100)).rejects.toThrow('no event stream');
});
