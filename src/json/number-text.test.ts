import { describe, expect, it } from 'vitest';
import { javaDoubleText } from './index.ts';

describe('javaDoubleText', () => {
  // Expected texts: Java's Double.toString.
  it.each([
    [1.5, '1.5'],
    [10, '10.0'],
    [-0, '-0.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [12345678.9, '1.23456789E7'],
    [1e10, '1.0E10'],
    [110.00000000000001, '110.00000000000001'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NaN, 'NaN'],
  ])('%d', (value, text) => {
    expect(javaDoubleText(value)).toBe(text);
  });
});
