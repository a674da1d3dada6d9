import { expect, it } from 'vitest';
import { logLine } from './log-line.ts';

const TIME = new Date('2026-11-28T06:00:00.123Z');
const line = (message: string, detail: Readonly<Record<string, unknown>> = {}) =>
  logLine(TIME, 'warn', message, detail);

it('a line has its time, its level and its detail', () => {
  expect(line('Spans are lost.', { dropped: 3, requestId: 'a b', stage: undefined, names: ['x'] })).toBe(
    '2026-11-28T06:00:00.123Z WARN  Spans are lost. dropped=3 requestId=a b names=["x"]\n',
  );
});

it('what comes from outside makes up no line of its own, and moves no cursor', () => {
  const forged = 'x\n2026-11-28T06:00:00.123Z ERROR forged\r\nagain\u001b[2J\r\u2028\u0085';
  const written = line(forged, { error: forged });
  expect(
    written
      .trimEnd()
      .split('\n')
      .slice(1)
      .every((rest) => rest.startsWith('    ')),
  ).toBe(true);
  expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028]/u);
});
