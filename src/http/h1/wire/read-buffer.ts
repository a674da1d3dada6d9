const READ_BUFFER_BYTES = 65_536;

let shared: Buffer | undefined;

/**
 * The one buffer that every socket of this process reads into. Whoever is given a part of it has it until he returns:
 * the next read, on whatever socket, overwrites it. A thousand idle connections hold no memory for reading this way.
 */
export function readBuffer(): Buffer {
  shared ??= Buffer.allocUnsafeSlow(READ_BUFFER_BYTES);
  return shared;
}
