import { read } from 'node:fs';
import { promisify } from 'node:util';

const readBytes = promisify(read);

/** As much of a file as there is from a position on, at most `length` bytes. */
export async function readAt(file: number, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await readBytes(file, bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
