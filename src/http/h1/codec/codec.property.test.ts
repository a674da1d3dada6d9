import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyDecoder } from './body-decoder.ts';
import { bodyDecoder } from './choose-decoder.ts';
import { CHUNK_END, chunkSizeLine, LAST_CHUNK } from './chunked-encoder.ts';
import { writeFields } from './fields-writer.ts';
import { requestHead, responseHead } from './head-writer.ts';
import { HEAD_LIMITS } from './limits.ts';
import { RequestHeadReader } from './request-head.ts';
import { ResponseHeadReader } from './response-head.ts';

const CHARACTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
const tokenCharacter = fc.constantFrom(...CHARACTERS.filter((c) => /[A-Za-z0-9!#$%&'*+.^_`|~-]/.test(c)));
const token = fc.string({ unit: tokenCharacter, minLength: 1, maxLength: 20 });
const targetCharacter = fc.constantFrom(...CHARACTERS.filter((c) => /[A-Za-z0-9._~!$&'()*+,;=:@%/?-]/.test(c)));
const target = fc.string({ unit: targetCharacter, maxLength: 60 }).map((rest) => `/${rest}`);
const valueCharacter = fc.constantFrom(...CHARACTERS.filter((c) => /[\t\x20-\x7e\x80-\xff]/.test(c)));
// White space at the ends of a value is not part of it.
const value = fc.string({ unit: valueCharacter, maxLength: 60 }).map((text) => text.replace(/^[ \t]+|[ \t]+$/g, ''));
/** Names that change framing or connection are the writers' business. */
const ENGINE_NAMES = /^(host|connection|keep-alive|content-length|transfer-encoding|upgrade|expect)$/i;
const field = fc.tuple(
  fc
    .oneof(token, fc.constantFrom('Accept', 'user-agent', 'Cookie', 'X-Forwarded-For'))
    .filter((n) => !ENGINE_NAMES.test(n)),
  value,
);
const headers = fc.array(field, { maxLength: 20 }).map((fields) => fields.flat());
const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
/** Lengths of the pieces that a stream comes in; what is left comes byte by byte. */
const cuts = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 30 });
const chunkSizes = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 10 });

type Head = { readonly headBytes: number; readonly bodyLength: number | 'chunked' | 'until-close' };

/** Reads one message from a stream in pieces, as a connection does: an unfinished head is kept, a body handed on. */
function readMessage<H extends Head>(
  stream: Buffer,
  pieces: readonly number[],
  readHead: (bytes: Buffer, end: number) => H | undefined,
): { head: H; body: Buffer; used: number; done: boolean } {
  let head: H | undefined;
  let decoder: BodyDecoder | undefined;
  const parts: Buffer[] = [];
  const target = { onBytes: (bytes: Buffer) => void parts.push(Buffer.from(bytes)) };
  let at = 0;
  let arrived = 0;
  for (let piece = 0; arrived < stream.length; piece++) {
    arrived = Math.min(stream.length, arrived + (pieces[piece] ?? 1));
    if (head === undefined) {
      head = readHead(stream, arrived);
      if (head === undefined) continue;
      at = head.headBytes;
      decoder = bodyDecoder(head.bodyLength);
    }
    if (decoder !== undefined && !decoder.done) at = decoder.decode(stream, at, arrived, target);
  }
  if (head === undefined) throw new Error('The head was not complete.');
  return { head, body: Buffer.concat(parts), used: at, done: decoder === undefined || decoder.done };
}

function chunked(bytes: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + (sizes[i % sizes.length] ?? 1));
    parts.push(Buffer.from(chunkSizeLine(piece.length)), piece, Buffer.from(CHUNK_END));
    at += piece.length;
  }
  return Buffer.concat([...parts, Buffer.from(LAST_CHUNK)]);
}

const framing = fc.oneof(fc.constant('length' as const), chunkSizes);
const NEXT = Buffer.from('GET /next HTTP/1.1\r\n');

describe('survives encode and parse in any fragmentation', () => {
  it('a request', () => {
    fc.assert(
      fc.property(token, target, headers, body, framing, cuts, (method, path, list, content, frame, pieces) => {
        fc.pre(method !== 'CONNECT');
        const length = frame === 'length' ? content.length : 'chunked';
        const head = requestHead(method, path, 'h:80', writeFields(list), length);
        const encoded = Buffer.concat([
          Buffer.from(head, 'latin1'),
          frame === 'length' ? content : chunked(content, frame),
        ]);
        const reader = new RequestHeadReader(HEAD_LIMITS);
        const message = readMessage(Buffer.concat([encoded, NEXT]), pieces, (bytes, end) => reader.read(bytes, 0, end));
        const framingField = frame === 'length' ? ['Content-Length', String(length)] : ['Transfer-Encoding', 'chunked'];
        expect(message.head.method).toBe(method);
        expect(message.head.target).toBe(path);
        expect(message.head.headers).toEqual(['Host', 'h:80', ...list, ...framingField]);
        expect(message.body.equals(content)).toBe(true);
        expect(message.used).toBe(encoded.length);
        expect(message.done).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a response', () => {
    const status = fc.integer({ min: 200, max: 599 }).filter((code) => code !== 204 && code !== 304);
    fc.assert(
      fc.property(status, headers, body, framing, cuts, (code, list, content, frame, pieces) => {
        const length = frame === 'length' ? content.length : 'chunked';
        const head = responseHead(code, writeFields(list), { length, connection: 'default', dateLine: '' });
        const encoded = Buffer.concat([
          Buffer.from(head, 'latin1'),
          frame === 'length' ? content : chunked(content, frame),
        ]);
        const reader = new ResponseHeadReader(HEAD_LIMITS);
        const message = readMessage(encoded, pieces, (bytes, end) => reader.read(bytes, 0, end, 'GET'));
        expect(message.head.status).toBe(code);
        expect(message.head.headers.slice(0, list.length)).toEqual(list);
        expect(message.body.equals(content)).toBe(true);
        expect(message.done).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it('reads the same from a head in one piece and byte by byte', () => {
  // Any bytes, most of them near to a head: both ways they are refused, incomplete or equal.
  const bytes = fc
    .array(fc.constantFrom('GET', ' ', '/', 'HTTP/1.1', '\r\n', '\r', '\n', 'Host', ':', 'h', ' ', '\t', '\0', 'x'), {
      maxLength: 25,
    })
    .map((parts) => Buffer.from(`GET / HTTP/1.1\r\nHost: h\r\n${parts.join('')}\r\n\r\n`, 'latin1'));
  fc.assert(
    fc.property(bytes, (stream) => {
      const outcome = (step: number): string => {
        const reader = new RequestHeadReader(HEAD_LIMITS);
        try {
          for (let end = Math.min(step, stream.length); ; end = Math.min(stream.length, end + step)) {
            const head = reader.read(stream, 0, end);
            if (head !== undefined) return JSON.stringify(head);
            if (end === stream.length) return 'incomplete';
          }
        } catch (error) {
          return String(error);
        }
      };
      expect(outcome(1).startsWith('MessageError')).toBe(outcome(stream.length).startsWith('MessageError'));
      if (!outcome(1).startsWith('MessageError')) expect(outcome(1)).toBe(outcome(stream.length));
    }),
    { numRuns: 500 },
  );
});
