import { PLAIN_MODE } from './code-file.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const UNIX = 3;

/**
 * The Unix modes of a zip file's entries by name, which fflate does not tell (PKWARE APPNOTE, sections 4.3.12 and 4.3.16). An entry
 * that was made elsewhere is a plain file.
 */
export function entryModes(zip: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const modes = new Map<string, number>();
  const end = endOf(view);
  if (end === undefined) return modes;
  let at = view.getUint32(end + 16, true);
  while (at + CENTRAL_BYTES <= end && view.getUint32(at, true) === CENTRAL) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes));
    const mode = zip[at + 5] === UNIX ? view.getUint32(at + 38, true) >>> 16 : 0;
    modes.set(name, mode === 0 ? PLAIN_MODE : mode);
    at += CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return modes;
}

/** Where the end record begins: from the file's end backwards, since a comment may follow it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
