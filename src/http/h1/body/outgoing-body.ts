import type { Socket } from 'node:net';
import { CHUNK_END, chunkSizeLine, LAST_CHUNK, type SentLength } from '../codec/index.ts';
import { ChunkPool, COPIED_BYTES, send, sendBetween, sendLarge } from '../wire/index.ts';

/** Shared by all bodies of the process, as the buffer is that they are read into. */
const chunks = new ChunkPool();

/** The connection that a body goes to. */
export interface BodyDestination {
  /** The body has been written, as its head declared it. */
  onBodySent(): void;
  /** The other end does not take what is sent as fast as it is written. */
  onBlocked(): void;
  /** The message cannot be completed: nothing honest is left but to break the connection off. */
  onBodyBroken(): void;
}

/**
 * A body on its way out, behind a head that goes with its first bytes. Bytes beyond the declared length, or fewer than it,
 * break the connection off: the other end must not take a part for the whole.
 */
export class OutgoingBody {
  /** Called when there is room again after a `write` that gave false. */
  onDrain: (() => void) | undefined;
  /** Called when the connection has gone before the body was complete. */
  onBroken: (() => void) | undefined;
  readonly #socket: Socket;
  readonly #destination: BodyDestination;
  readonly #length: SentLength;
  /** The head, until it has been written. */
  #head: string;
  #left: number;
  #state: 'open' | 'ended' | 'broken' = 'open';

  /** @param length `none` when the head stands for itself (HEAD, 304): what is written then is dropped */
  constructor(socket: Socket, head: string, length: SentLength, destination: BodyDestination) {
    this.#socket = socket;
    this.#head = head;
    this.#length = length;
    this.#left = typeof length === 'number' ? length : Number.POSITIVE_INFINITY;
    this.#destination = destination;
  }

  get open(): boolean {
    return this.#state === 'open';
  }

  /**
   * @param bytes borrowed: copied when they cannot leave at once
   * @returns false when no more should be written until `onDrain`
   */
  writeBorrowed(bytes: Buffer): boolean {
    if (bytes.length <= COPIED_BYTES || this.#state !== 'open' || this.#length === 'none') return this.write(bytes);
    if (!this.#count(bytes.length)) return true;
    const chunk = chunks.take(bytes.length);
    bytes.copy(chunk);
    const chunked = this.#length === 'chunked';
    const before = this.#takeHead() + (chunked ? chunkSizeLine(bytes.length) : '');
    const piece = chunk.subarray(0, bytes.length);
    const after = chunked ? CHUNK_END : '';
    return this.#flowing(sendLarge(this.#socket, before, piece, after, () => chunks.give(chunk)));
  }

  /**
   * @param bytes never to be changed again
   * @returns false when no more should be written until `onDrain`
   */
  write(bytes: Uint8Array): boolean {
    if (this.#state !== 'open' || bytes.length === 0) return true;
    if (this.#length === 'none') {
      this.flushHead();
      return true;
    }
    if (!this.#count(bytes.length)) return true;
    const head = this.#takeHead();
    return this.#flowing(
      this.#length === 'chunked'
        ? sendBetween(this.#socket, head + chunkSizeLine(bytes.length), bytes, CHUNK_END)
        : send(this.#socket, head, bytes),
    );
  }

  /** Completes the body. */
  end(): void {
    if (this.#state !== 'open') return;
    if (this.#left > 0 && typeof this.#length === 'number') {
      this.break();
      return;
    }
    this.#state = 'ended';
    const rest = this.#takeHead() + (this.#length === 'chunked' ? LAST_CHUNK : '');
    if (rest !== '') this.#socket.write(rest, 'latin1');
    this.#destination.onBodySent();
  }

  /** Gives the body up: its source has failed. */
  break(): void {
    if (this.#state !== 'open') return;
    this.#state = 'broken';
    this.#destination.onBodyBroken();
  }

  /** Sends the head alone when no body has come with it. */
  flushHead(): void {
    const head = this.#takeHead();
    if (head !== '') this.#socket.write(head, 'latin1');
  }

  /** From the connection: there is room again. */
  drained(): void {
    if (this.#state === 'open') this.onDrain?.();
  }

  /** From the connection: it has gone. */
  lost(): void {
    if (this.#state !== 'open') return;
    this.#state = 'broken';
    this.onBroken?.();
  }

  /** Breaks the body off when it is longer than declared. */
  #count(bytes: number): boolean {
    this.#left -= bytes;
    if (this.#left < 0) this.break();
    return this.#left >= 0;
  }

  #flowing(flowing: boolean): boolean {
    if (!flowing) this.#destination.onBlocked();
    return flowing;
  }

  #takeHead(): string {
    const head = this.#head;
    this.#head = '';
    return head;
  }
}
