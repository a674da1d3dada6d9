import { crc32 } from 'node:zlib';

/** Lengths of the whole and of the headers, and the checksum of both. */
const PRELUDE_BYTES = 12;
const CHECKSUM_BYTES = 4;
const STRING_TYPE = 7;

/**
 * One message (Smithy, "Amazon Event Stream Specification"): prelude, headers, payload, and the checksum of it all.
 * @param headers names and text values, shorter than 256 and 65,536 bytes
 */
export function encodeMessage(headers: Readonly<Record<string, string>>, payload: Uint8Array): Buffer {
  const fields = Buffer.concat(Object.entries(headers).map(([name, value]) => encodeHeader(name, value)));
  const message = Buffer.allocUnsafe(PRELUDE_BYTES + fields.length + payload.length + CHECKSUM_BYTES);
  message.writeUInt32BE(message.length, 0);
  message.writeUInt32BE(fields.length, 4);
  message.writeUInt32BE(crc32(message.subarray(0, 8)), 8);
  message.set(fields, PRELUDE_BYTES);
  message.set(payload, PRELUDE_BYTES + fields.length);
  const end = message.length - CHECKSUM_BYTES;
  message.writeUInt32BE(crc32(message.subarray(0, end)), end);
  return message;
}

function encodeHeader(name: string, value: string): Buffer {
  const nameBytes = Buffer.from(name);
  const valueBytes = Buffer.from(value);
  const head = Buffer.from([nameBytes.length]);
  const type = Buffer.from([STRING_TYPE, valueBytes.length >> 8, valueBytes.length & 0xff]);
  return Buffer.concat([head, nameBytes, type, valueBytes]);
}
