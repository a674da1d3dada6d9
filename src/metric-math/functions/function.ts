import type { Arguments } from '../arguments.ts';
import type { Value } from '../series.ts';

/** A function of metric math (user guide, "Functions supported for metric math"). */
export interface MathFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  call(given: Arguments): Value;
}

export function mathFunction(least: number, most: number, call: MathFunction['call']): MathFunction {
  return { least, most, call };
}
