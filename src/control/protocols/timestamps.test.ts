import { expect, it } from 'vitest';
import { SerializationError } from './serialization-error.ts';
import { formatTimestamp, parseTimestamp } from './timestamps.ts';

// Examples of Smithy's `timestampFormat` trait and of RFC 9110 section 5.6.7.
it.each([
  ['1985-04-12T23:20:50.520Z', 482196050520],
  ['1985-04-12T23:20:50.52Z', 482196050520],
  ['1996-12-19T16:39:57-08:00', 851042397000],
  ['Tue, 29 Apr 2014 18:30:38 GMT', 1398796238000],
  ['1515531081.123', 1515531081123],
  ['1.5E9', 1500000000000],
  ['-1', -1000],
])('reads %s', (text, ms) => {
  expect(parseTimestamp(text).getTime()).toBe(ms);
});

it.each(['', 'yesterday', '2014-04-29', '2014-04-29T18:30:38', 'Infinity', '1e99', '2014-13-29T00:00:00Z'])(
  'refuses "%s"',
  (text) => {
    expect(() => parseTimestamp(text)).toThrow(SerializationError);
  },
);

it.each([
  ['date-time', '2014-04-29T18:30:38.123Z'],
  ['http-date', 'Tue, 29 Apr 2014 18:30:38 GMT'],
  ['epoch-seconds', '1398796238.123'],
] as const)('writes %s', (format, text) => {
  expect(formatTimestamp(new Date(1398796238123), format)).toBe(text);
});

it('leaves out a fraction that is nothing', () => {
  expect(formatTimestamp(new Date(1398796238000), 'date-time')).toBe('2014-04-29T18:30:38Z');
  expect(formatTimestamp(new Date(1398796238000), 'epoch-seconds')).toBe('1398796238');
});
