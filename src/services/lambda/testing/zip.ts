import { crc32 } from './crc32.ts';

/** One file of a zip file that a test makes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The Unix mode, type included; default 0o100644. */
  readonly mode?: number;
  /** Says that the content is deflated, and this size when inflated. */
  readonly inflatedSize?: number;
}

/**
 * A zip file, of stored files unless an entry says otherwise (PKWARE APPNOTE, sections 4.3.7, 4.3.12,
 * 4.3.16). Names are written as they come, so that a test can give bad ones.
 */
export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, inflatedSize } of entries) {
    const bytes = Buffer.from(content);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(inflatedSize === undefined ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(inflatedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((mode << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 3]), common, place, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, signature(0x06054b50), end]);
}

/** A zip file with these texts. */
export function zipFiles(files: Readonly<Record<string, string>>): Buffer {
  return zipOf(...Object.entries(files).map(([name, content]) => ({ name, content })));
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
