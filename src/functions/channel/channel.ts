import type { SendHandle } from 'node:child_process';
import { Socket } from 'node:net';
import { atEndOfTurn } from '../../event-loop/index.ts';
import type { StreamError } from '../../model/index.ts';
import type { AnswerSink } from '../answer-sink.ts';
import { LIMITS } from '../limits.ts';
import type { RuntimeApiHandler, RuntimeEvent, RuntimeReply } from '../runtime-api.ts';
import { FRAME, FrameReader, invocationFrame } from './frames.ts';

/** What can stand in a header, of a length that no header needs. */
const FIELD_TEXT = /^[\x20-\x7e]{1,1024}$/;

/** All channels of a process are read into it, one chunk after the other. */
const received = Buffer.allocUnsafeSlow(65_536);

/** The socket of a channel that another process has lent us, for `serveChannel`. */
export function openChannel(handle: SendHandle, onBytes: (chunk: Buffer) => void): Socket {
  const callback = (length: number) => {
    onBytes(received.subarray(0, length));
    return true;
  };
  // Reading into memory that is there already saves a call 64 KB from the allocator, and the collector as much to look after.
  const options = { handle, readable: true, writable: true, onread: { buffer: received, callback } };
  return new Socket(options as object);
}

/**
 * Serves a runtime of ours on its channel, with the words of the Runtime API and without HTTP. A runtime that leaves the channel, or
 * says what it may not, is of no use any more.
 * @param open gives the channel, whose chunks are good until the call returns that they are given in
 * @param waits whether the runtime has asked for work already; one that has, has loaded its function, too
 */
export function serveChannel(
  open: (onBytes: (chunk: Buffer) => void) => Socket,
  handler: Omit<RuntimeApiHandler, 'initError' | 'extensions'> & Partial<Pick<RuntimeApiHandler, 'initError'>>,
  maxBodyBytes: number,
  onBroken: () => void,
  waits = false,
): void {
  /** Of the invocation that was handed over last. */
  let requestId = '';
  let sink: AnswerSink | undefined;

  const deliver = (event: RuntimeEvent) => {
    requestId = event.requestId;
    socket.write(invocationFrame(event));
  };
  const ask = () => {
    if (!handler.next(deliver)) broken();
  };
  /** What it wrote before it answered is looked at first. */
  const askNext = (reply: RuntimeReply | Promise<RuntimeReply>) => {
    if (reply === 'accepted') atEndOfTurn(ask);
    else broken();
  };
  const begin = (text: string) => {
    // It may become a header, and functions can write to the channel, too.
    const contentType = FIELD_TEXT.test(text) ? text : 'application/octet-stream';
    const opened = handler.stream(requestId, contentType, () => socket.resume());
    if (typeof opened === 'string') broken();
    else sink = opened;
  };
  const end = (error: StreamError | undefined) => {
    sink?.end(error);
    sink = undefined;
  };
  const broken = () => {
    socket.off('close', left);
    onBroken();
  };
  const left = () => {
    sink?.cut();
    handler.nextAborted();
    // Most often its process is about to exit, which tells more.
    setTimeout(onBroken, LIMITS.channelGraceMs).unref();
  };

  const reader = new FrameReader(maxBodyBytes, (kind, body) => {
    if (kind === FRAME.answer) askNext(handler.response(requestId, body));
    else if (kind === FRAME.ready) ask();
    else if (kind === FRAME.error) askNext(handler.error(requestId, body));
    else if (kind === FRAME.lastError) handler.error(requestId, body);
    else if (kind === FRAME.initError) handler.initError?.(body);
    else if (body === 'too-large') broken();
    else if (kind === FRAME.streamBegin) begin(String(body));
    else if (kind === FRAME.piece) take(body);
    else if (kind === FRAME.streamEnd) end(undefined);
    else if (kind === FRAME.streamError) end(streamError(String(body)));
    else broken();
  });
  const take = (piece: Buffer) => {
    if (sink !== undefined && !sink.write(piece)) socket.pause();
  };

  const socket = open((chunk) => reader.push(chunk));
  // It breaks when its process ends; `close` follows.
  socket.on('error', () => undefined);
  socket.on('close', left);
  if (waits) ask();
}

function streamError(text: string): StreamError {
  const lineEnd = text.indexOf('\n');
  return { code: text.slice(0, lineEnd), details: text.slice(lineEnd + 1) };
}
