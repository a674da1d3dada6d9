import type { Socket } from 'node:net';

/**
 * Bytes up to here are copied to stand behind their head in one buffer, and hence one write; larger ones go with their
 * head in one vectored write. So whoever sends a small body need not own it any longer than the call.
 */
export const COPIED_BYTES = 16_384;

/**
 * Writes text and bytes together.
 * @param bytes when longer than {@link COPIED_BYTES}, never to be changed again
 * @returns false when the socket holds more than it should
 */
export function send(socket: Socket, text: string, bytes: Uint8Array): boolean {
  if (bytes.length === 0) return socket.write(text, 'latin1');
  if (bytes.length <= COPIED_BYTES) return socket.write(joined(text, bytes, ''));
  return sendLarge(socket, text, bytes, '', undefined);
}

/** Like {@link send}, with text behind the bytes too. */
export function sendBetween(socket: Socket, before: string, bytes: Uint8Array, after: string): boolean {
  if (bytes.length <= COPIED_BYTES) return socket.write(joined(before, bytes, after));
  return sendLarge(socket, before, bytes, after, undefined);
}

/**
 * Like {@link sendBetween}, in one vectored write.
 * @param onSent called when the bytes are needed no more, sent or not
 */
export function sendLarge(
  socket: Socket,
  before: string,
  bytes: Uint8Array,
  after: string,
  onSent: (() => void) | undefined,
): boolean {
  if (before === '' && after === '') return socket.write(bytes, onSent);
  socket.cork();
  if (before !== '') socket.write(before, 'latin1');
  let flowing = socket.write(bytes, onSent);
  if (after !== '') flowing = socket.write(after, 'latin1');
  socket.uncork();
  return flowing;
}

function joined(before: string, bytes: Uint8Array, after: string): Buffer {
  const whole = Buffer.allocUnsafe(before.length + bytes.length + after.length);
  whole.write(before, 0, 'latin1');
  whole.set(bytes, before.length);
  if (after !== '') whole.write(after, before.length + bytes.length, 'latin1');
  return whole;
}
