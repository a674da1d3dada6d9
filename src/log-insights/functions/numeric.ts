import { finite, numberOf } from '../values/index.ts';
import { any, type FunctionTable, ofNumbers } from './table.ts';

const EARTH_RADIUS_KM = 6371;
const INT_MAX = 2 ** 31 - 1;

/** User guide, "Numeric operators". */
export const NUMERIC: FunctionTable = {
  abs: ofNumbers(1, 1, Math.abs),
  ceil: ofNumbers(1, 1, Math.ceil),
  floor: ofNumbers(1, 1, Math.floor),
  greatest: ofNumbers(1, 'many', Math.max),
  least: ofNumbers(1, 'many', Math.min),
  log: ofNumbers(1, 1, Math.log),
  round: ofNumbers(1, 2, (value, digits = 0) => {
    const factor = 10 ** Math.trunc(digits);
    return Math.round(value * factor) / factor;
  }),
  sqrt: ofNumbers(1, 1, Math.sqrt),
  haversine: ofNumbers(4, 4, (...degrees) => {
    const [lat1 = 0, lon1 = 0, lat2 = 0, lon2 = 0] = degrees.map((each) => (each * Math.PI) / 180);
    const square =
      Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(square));
  }),
  tonumber: ofNumbers(1, 1, (value) => value),
  todouble: ofNumbers(1, 1, (value) => value),
  tolong: ofNumbers(1, 1, Math.trunc),
  toint: any(1, 1, ([value]) => {
    const whole = Math.trunc(numberOf(value) ?? Number.NaN);
    return whole > INT_MAX || whole < -INT_MAX - 1 ? undefined : finite(whole);
  }),
};
