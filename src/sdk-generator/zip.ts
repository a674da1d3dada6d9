import { crc32 } from 'node:zlib';

/** A zip archive that stores its files uncompressed (PKWARE APPNOTE 4.3): what `create-function` is sent. */
export function createZip(files: Readonly<Record<string, string>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const path = Buffer.from(name);
    const common = commonHeader(path, content);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, content]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), u16(MADE_BY_UNIX), common, directoryRest(offset), path]));
    entries.push(entry);
    offset += entry.length;
  }
  const central = Buffer.concat(directory);
  const count = u16(entries.length);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06'),
    u16(0),
    u16(0),
    count,
    count,
    u32(central.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...entries, central, end]);
}

const VERSION = 20;
const MADE_BY_UNIX = (3 << 8) | VERSION;
const REGULAR_FILE_MODE = 0o100644;
/** 1 January 1980, the format's first day. */
const DOS_DATE = (1 << 5) | 1;

function commonHeader(path: Buffer, content: Buffer): Buffer {
  const size = u32(content.length);
  const [flags, stored, time, extra] = [u16(0), u16(0), u16(0), u16(0)];
  return Buffer.concat([
    u16(VERSION),
    flags,
    stored,
    time,
    u16(DOS_DATE),
    u32(crc32(content)),
    size,
    size,
    u16(path.length),
    extra,
  ]);
}

function directoryRest(offset: number): Buffer {
  const [comment, disk, internal] = [u16(0), u16(0), u16(0)];
  return Buffer.concat([comment, disk, internal, u32(REGULAR_FILE_MODE * 0x10000), u32(offset)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
