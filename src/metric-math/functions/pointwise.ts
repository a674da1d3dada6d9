import { map, mapEach } from '../operators.ts';
import type { Value } from '../series.ts';
import { type MathFunction, mathFunction } from './function.ts';

function pointwise(change: (value: number) => number): MathFunction {
  return mathFunction(1, 1, (given): Value => {
    const value = given.value(0);
    return typeof value === 'number' ? change(value) : mapEach(value, (series) => map(series, change));
  });
}

/** Each data point for itself; a logarithm of what has none drops it. */
export const POINTWISE = {
  ABS: pointwise(Math.abs),
  CEIL: pointwise(Math.ceil),
  FLOOR: pointwise(Math.floor),
  LOG: pointwise(Math.log),
  LOG10: pointwise(Math.log10),
} as const;
