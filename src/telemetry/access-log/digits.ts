/** 0 to 999 in three digits, made once. */
const THREE_DIGITS: readonly string[] = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, '0'));

const POINT = '.';

/** The three digits of a whole number from 0 to 999. */
export function threeDigits(value: number): string {
  return THREE_DIGITS[value] as string;
}

/** Milliseconds with three decimals: two whole numbers are written faster than one with a fraction. */
export function milliseconds(value: number): string {
  const microseconds = Math.max(0, Math.round(value * 1000));
  const whole = Math.floor(microseconds / 1000);
  return whole + POINT + threeDigits(microseconds - whole * 1000);
}
