import { expect, test } from 'vitest';
import { lineSplitter } from './line-splitter.ts';

function split(maxLength: number, ...chunks: (string | Buffer)[]) {
  const lines: string[] = [];
  const splitter = lineSplitter(maxLength, (line) => lines.push(line));
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.flush();
  return lines;
}

test('lines may arrive in any pieces, with either line end, and without a last one', () => {
  expect(split(100, 'a\nb', 'c\r\n', '\nlast')).toEqual(['a', 'bc', '', 'last']);
});

test('a character that arrives in two chunks stays whole', () => {
  const bytes = Buffer.from('é\n');
  expect(split(100, bytes.subarray(0, 1), bytes.subarray(1))).toEqual(['é']);
});

test('a line without end is handed out in pieces and keeps no more than one piece', () => {
  const lines: string[] = [];
  const splitter = lineSplitter(10, (line) => lines.push(line));
  splitter.push(Buffer.from('x'.repeat(25)));
  expect(lines).toEqual(['x'.repeat(10), 'x'.repeat(10)]);
  splitter.push(Buffer.from('\n'));
  expect(lines[2]).toBe('x'.repeat(5));
});
