import { expect, test } from 'vitest';
import { FRAME, FrameReader, invocationFrame } from './frames.ts';

// The format as frames.ts writes it down.
function frame(kind: number, body: string): Buffer {
  const bytes = Buffer.from(body);
  const header = Buffer.alloc(5);
  header.writeUInt32BE(bytes.length);
  header[4] = kind;
  return Buffer.concat([header, bytes]);
}

function readInPieces(bytes: Buffer, pieceBytes: number, maxBodyBytes: number) {
  const frames: [kind: number, body: string][] = [];
  const reader = new FrameReader(maxBodyBytes, (kind, body) => frames.push([kind, String(body)]));
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  return frames;
}

test('frames are the same however they are cut', () => {
  const bytes = Buffer.concat([
    frame(FRAME.ready, ''),
    frame(FRAME.answer, '{"a":"ä"}'),
    frame(FRAME.piece, 'x'.repeat(300)),
  ]);
  const expected = [
    [FRAME.ready, ''],
    [FRAME.answer, '{"a":"ä"}'],
    [FRAME.piece, 'x'.repeat(300)],
  ];
  for (let pieceBytes = 1; pieceBytes <= bytes.length; pieceBytes++) {
    expect(readInPieces(bytes, pieceBytes, 300)).toEqual(expected);
  }
});

test('a body that is too large is read to its end and not kept', () => {
  const bytes = Buffer.concat([frame(FRAME.answer, 'x'.repeat(11)), frame(FRAME.answer, 'y'.repeat(10))]);
  for (let pieceBytes = 1; pieceBytes <= bytes.length; pieceBytes++) {
    expect(readInPieces(bytes, pieceBytes, 10)).toEqual([
      [FRAME.answer, 'too-large'],
      [FRAME.answer, 'y'.repeat(10)],
    ]);
  }
});

test('an invocation is two lengths, its lines and its payload', () => {
  const bytes = invocationFrame({
    requestId: 'id',
    deadlineMs: 17,
    functionArn: 'arn:ü',
    traceId: 'Root=1',
    payload: Buffer.from('{}'),
  });
  const lines = 'id\n17\narn:ü\nRoot=1\n';
  expect(bytes.readUInt32BE(0)).toBe(bytes.length - 8);
  expect(bytes.readUInt32BE(4)).toBe(Buffer.byteLength(lines));
  expect(bytes.toString('utf8', 8)).toBe(`${lines}{}`);
});
