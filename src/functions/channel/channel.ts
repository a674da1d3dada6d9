import type { Socket } from 'node:net';
import type { StreamError } from '../../model/index.ts';
import type { AnswerSink } from '../answer-sink.ts';
import { LIMITS } from '../limits.ts';
import type { RuntimeApiHandler, RuntimeEvent, RuntimeReply } from '../runtime-api.ts';
import { FRAME, FrameReader, invocationFrame } from './frames.ts';

/** What can stand in a header, of a length that no header needs. */
const FIELD_TEXT = /^[\x20-\x7e]{1,1024}$/;

/**
 * Serves a runtime of ours on its channel, with the words of the Runtime API and without HTTP. A runtime that leaves the channel, or
 * says what it may not, is of no use any more.
 * @param waits whether the runtime has asked for work already; one that has, has loaded its function, too
 */
export function serveChannel(
  socket: Socket,
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
    if (reply === 'accepted') setImmediate(ask);
    else broken();
  };
  const begin = (text: string) => {
    // It may become a header, and functions can write to the channel, too.
    const contentType = FIELD_TEXT.test(text) ? text : 'application/octet-stream';
    const opened = handler.stream(requestId, contentType, () => socket.resume());
    sink = typeof opened === 'string' ? undefined : opened;
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
    else if (kind === FRAME.streamBegin) begin(String(body));
    else if (kind === FRAME.piece && body !== 'too-large') take(body);
    else if (kind === FRAME.streamEnd) end(undefined);
    else if (kind === FRAME.streamError) end(streamError(String(body)));
    else broken();
  });
  const take = (piece: Buffer) => {
    if (sink !== undefined && !sink.write(piece)) socket.pause();
  };

  socket.on('data', (chunk: Buffer) => reader.push(chunk));
  // It breaks when its process ends; `close` follows.
  socket.on('error', () => undefined);
  socket.on('close', left);
  if (waits) ask();
}

function streamError(text: string): StreamError {
  const lineEnd = text.indexOf('\n');
  return { code: text.slice(0, lineEnd), details: text.slice(lineEnd + 1) };
}
