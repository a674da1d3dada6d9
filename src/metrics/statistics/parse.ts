/** A side of a range: in percent of all values, or as a value. Absent, the range has no end on this side. */
export interface Bound {
  readonly at: number;
  readonly isPercent: boolean;
}

/** A statistic as CloudWatch names it (user guide, "CloudWatch statistics definitions"). */
export type Statistic =
  | { readonly kind: 'SampleCount' | 'Average' | 'Sum' | 'Minimum' | 'Maximum' }
  | { readonly kind: 'percentile'; readonly percent: number }
  | {
      readonly kind: 'TM' | 'WM' | 'TC' | 'TS' | 'PR';
      readonly from: Bound | undefined;
      readonly to: Bound | undefined;
    };

const PLAIN = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const;
/** `p99`, `tm99.9`: a number from 0 to 100 with at most ten decimal places. */
const SHORT = /^(p|tm|wm|tc|ts)(\d{1,2}(?:\.\d{1,10})?|100(?:\.0{1,10})?)$/;
const RANGE = /^(TM|WM|TC|TS|PR)\((\d{1,15}(?:\.\d{1,10})?%?)?:(\d{1,15}(?:\.\d{1,10})?%?)?\)$/;

/** Reads a statistic's name; undefined for what is none. */
export function parseStatistic(text: string): Statistic | undefined {
  const plain = PLAIN.find((name) => name === text);
  if (plain !== undefined) return { kind: plain };
  if (text === 'IQM') return { kind: 'TM', from: { at: 25, isPercent: true }, to: { at: 75, isPercent: true } };
  const [, name, percent] = SHORT.exec(text) ?? [];
  if (percent !== undefined) return shortForm(name as string, Number(percent));
  const [, kind, from, to] = RANGE.exec(text) ?? [];
  return kind === undefined ? undefined : rangeForm(kind as 'TM', bound(from), bound(to));
}

function shortForm(name: string, percent: number): Statistic {
  if (name === 'p') return { kind: 'percentile', percent };
  return { kind: name.toUpperCase() as 'TM', from: undefined, to: { at: percent, isPercent: true } };
}

/** Both sides are of one sort, at least one is there, and a percentile rank is of values (user guide, as above). */
function rangeForm(
  kind: 'TM' | 'WM' | 'TC' | 'TS' | 'PR',
  from: Bound | undefined,
  to: Bound | undefined,
): Statistic | undefined {
  const sides = [from, to].filter((side) => side !== undefined);
  const arePercent = sides[0]?.isPercent;
  if (arePercent === undefined || sides.some(({ isPercent }) => isPercent !== arePercent)) return undefined;
  if (arePercent && (kind === 'PR' || sides.some(({ at }) => at > 100))) return undefined;
  if (from !== undefined && to !== undefined && from.at > to.at) return undefined;
  return { kind, from, to };
}

function bound(text: string | undefined): Bound | undefined {
  if (text === undefined) return undefined;
  return { at: Number.parseFloat(text), isPercent: text.endsWith('%') };
}
