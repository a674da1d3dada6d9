import type { Socket } from 'node:net';
import { HANDSHAKE_TIMEOUT_MS, MAX_CLIENT_HELLO_BYTES } from './limits.ts';

/** Handshake records and the greeting of a client (RFC 8446 sections 5.1, 4). */
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
/** Type and length of a handshake message. */
const HEADER_BYTES = 4;
/** The extension that names the host, and the only kind of name in it (RFC 6066 section 3). */
const SERVER_NAME = 0;
const HOST_NAME = 0;

/**
 * Waits for a client's greeting, reads the host name in it and leaves everything to be read again.
 * @returns the host name in lower case; undefined where there is none, or no greeting that could be read
 */
export function peekServerName(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const settle = (name: string | undefined): void => {
      clearTimeout(timer);
      socket.off('readable', onReadable);
      socket.off('close', onEnd);
      socket.off('end', onEnd);
      socket.off('error', onError);
      if (chunks.length > 0 && !socket.destroyed) socket.unshift(Buffer.concat(chunks));
      resolve(name);
    };
    const onReadable = (): void => {
      const chunk: Buffer | null = socket.read();
      if (chunk === null) return;
      chunks.push(chunk);
      const name = readServerName(Buffer.concat(chunks));
      if (name !== 'incomplete') settle(name);
    };
    const onEnd = (): void => settle(undefined);
    // The close that follows settles it.
    const onError = (): void => undefined;
    const timer = setTimeout(() => socket.destroy(), HANDSHAKE_TIMEOUT_MS);
    socket.on('readable', onReadable);
    socket.once('close', onEnd);
    socket.once('end', onEnd);
    socket.on('error', onError);
  });
}

/** Reads the host name from what a client has sent so far; what is no greeting has none. */
export function readServerName(bytes: Buffer): string | undefined | 'incomplete' {
  const hello = handshakeMessage(bytes);
  if (hello === undefined || hello === 'incomplete') return hello;
  try {
    const reader = new Reader(hello);
    // Version and random; then the session's id, cipher suites and compression methods (RFC 8446 section 4.1.2).
    reader.skip(34);
    reader.skip(reader.number(1));
    reader.skip(reader.number(2));
    reader.skip(reader.number(1));
    const extensions = reader.part(reader.number(2));
    while (extensions.left > 0) {
      const type = extensions.number(2);
      const content = extensions.part(extensions.number(2));
      if (type === SERVER_NAME) return hostNameOf(content);
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The content of the first handshake message, which may be spread over several records. */
function handshakeMessage(bytes: Buffer): Buffer | undefined | 'incomplete' {
  const parts: Buffer[] = [];
  let gathered = 0;
  let wanted = HEADER_BYTES;
  for (let at = 0; ; ) {
    if (bytes.length > at && bytes[at] !== HANDSHAKE) return undefined;
    if (bytes.length < at + 5) break;
    const length = bytes.readUInt16BE(at + 3);
    const part = bytes.subarray(at + 5, at + 5 + length);
    parts.push(part);
    gathered += part.length;
    if (wanted === HEADER_BYTES && gathered >= HEADER_BYTES) {
      const message = Buffer.concat(parts);
      if (message[0] !== CLIENT_HELLO) return undefined;
      wanted = HEADER_BYTES + message.readUIntBE(1, 3);
      if (wanted > MAX_CLIENT_HELLO_BYTES) return undefined;
    }
    if (gathered >= wanted && wanted > HEADER_BYTES) return Buffer.concat(parts).subarray(HEADER_BYTES, wanted);
    if (length === 0) return undefined;
    at += 5 + length;
  }
  return bytes.length > 2 * MAX_CLIENT_HELLO_BYTES ? undefined : 'incomplete';
}

function hostNameOf(extension: Reader): string | undefined {
  const names = extension.part(extension.number(2));
  while (names.left > 0) {
    const kind = names.number(1);
    const name = names.part(names.number(2));
    if (kind === HOST_NAME) return name.text().toLowerCase();
  }
  return undefined;
}

/** Reads numbers and parts one after the other. @throws {RangeError} beyond the end */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(length: 1 | 2): number {
    const value = this.#bytes.readUIntBE(this.#at, length);
    this.#at += length;
    return value;
  }

  part(length: number): Reader {
    const start = this.#at;
    this.skip(length);
    return new Reader(this.#bytes.subarray(start, this.#at));
  }

  skip(length: number): void {
    if (length > this.left) throw new RangeError('The message ends too early.');
    this.#at += length;
  }

  text(): string {
    return this.#bytes.toString('latin1');
  }
}
