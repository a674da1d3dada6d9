import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileExpression,
  evaluateAll,
  isArray,
  MetricMathError,
  type Surroundings,
  type TimeSeries,
} from './index.ts';

/** `-` is a time without a value, as in the guide's tables. */
type Row = readonly (number | '-')[];

const START_MS = Date.parse('2026-11-28T10:00:00Z');

function series(row: Row, label = '', periodSeconds = 60): TimeSeries {
  const points = row.flatMap((value, index) =>
    value === '-' ? [] : [{ value, time: START_MS + index * periodSeconds * 1_000 }],
  );
  return { label, periodSeconds, times: points.map(({ time }) => time), values: points.map(({ value }) => value) };
}

function rowOf({ times, values, periodSeconds }: TimeSeries, length: number): Row {
  return Array.from({ length }, (_, index) => values[times.indexOf(START_MS + index * periodSeconds * 1_000)] ?? '-');
}

function evaluate(text: string, metrics: Readonly<Record<string, Row>>, more: Partial<Surroundings> = {}) {
  const length = Math.max(1, ...Object.values(metrics).map((row) => row.length));
  const surroundings: Surroundings = {
    startMs: START_MS,
    endMs: START_MS + length * 60_000,
    metrics: new Map(Object.entries(metrics).map(([id, row]) => [id, series(row, id)])),
    periodSeconds: 60,
    ...more,
  };
  const value = evaluateAll([{ id: 'e1', expression: compileExpression(text) }], surroundings).get('e1');
  if (value === undefined) throw new Error('There is no result.');
  return isArray(value) ? value.map((each) => rowOf(each, length)) : rowOf(value, length);
}

/** Expected values: CloudWatch user guide, "Math expressions with metrics", its tables and sentences. */
describe('metric math', () => {
  it.each<[string, Row]>([
    ['(metric1 < metric2)', [0, 0, 1, 0]],
    ['(metric1 >= 30)', [1, 0, 0, 0]],
    ['(metric1 > 15 AND metric2 > 15)', [1, 0, 0, 0]],
    ['(metric1 > 15 && metric2 > 15)', [1, 0, 0, 0]],
  ])('compares as the table of operators has it: %s', (text, expected) => {
    expect(evaluate(text, { metric1: [30, 20, 0, 0], metric2: [20, '-', 20, '-'] })).toEqual(expected);
  });

  it.each<[string, Row]>([
    ['IF(metric1, metric2, metric3)', [30, 0, 20, 0, '-']],
    ['IF(metric1, 5, metric3)', [5, 5, 20, '-', '-']],
    ['IF(metric1, metric2, 5)', [30, 0, 5, 5, '-']],
    ['IF(metric1, metric2)', [30, 0, '-', '-', '-']],
    ['IF(1, metric2, metric3)', [30, '-', 0, 0, 30]],
    ['IF(0, metric2)', ['-', '-', '-', '-', '-']],
  ])('chooses as the tables of IF have it: %s', (text, expected) => {
    const metrics: Record<string, Row> = {
      metric1: [1, 1, 0, 0, '-'],
      metric2: [30, '-', 0, 0, 30],
      metric3: [0, 0, 20, '-', 20],
    };
    expect(evaluate(text, metrics)).toEqual(expected);
  });

  it.each<[string, Row | Row[]]>([
    // "Missing values in a time series are treated as 0. [...] divide by zero, the data point is dropped."
    ['m1 + m2', [1, 6, 3]],
    ['m1 / m2', [0, 0.5, '-']],
    ['-m1', ['-', -2, -3]],
    ['5 * m1', ['-', 10, 15]],
    ['2 ^ 3 ^ 2 + 0 * m2', [512, 512, '-']],
    ['m2 - m1 - m1', [1, 0, -6]],
    [
      '100 / [m1, m2]',
      [
        ['-', 50, 100 / 3],
        [100, 25, '-'],
      ],
    ],
    ['SUM([m1, m2])', [1, 6, 3]],
    ['SUM(METRICS())', [1, 6, 3]],
    ['SUM(METRICS("m1"))', ['-', 2, 3]],
    ['AVG(METRICS())', [0.5, 3, 1.5]],
    ['MIN(METRICS())', [1, 2, 3]],
    ['MAX(METRICS())', [1, 4, 3]],
    ['DATAPOINT_COUNT(METRICS())', [1, 2, 1]],
    ['STDDEV(METRICS())', [0, 1, 0]],
    ['TIME_SERIES(SUM(m1) / DATAPOINT_COUNT(m1))', [2.5, 2.5, 2.5]],
    ['m2 - MIN(m2)', [0, 3, '-']],
    ['MAX(m2) / m2', [4, 1, '-']],
    ['m2 / METRIC_COUNT(METRICS())', [0.5, 2, '-']],
    ['m2 / PERIOD(m2)', [1 / 60, 4 / 60, '-']],
    ['ABS(m1 - m2)', [1, 2, 3]],
    ['CEIL(m1 / 2)', ['-', 1, 2]],
    ['FLOOR(m1 / 2)', ['-', 1, 1]],
    ['LOG10(m2 * 25)', [Math.log10(25), 2, '-']],
    ['LOG(m1 - 2)', ['-', '-', 0]],
    ['DIFF(m2)', ['-', 3, '-']],
    ['DIFF_TIME(m2)', ['-', 60, '-']],
    ['RATE(m2)', ['-', 0.05, '-']],
    [
      'RUNNING_SUM([m1,m2])',
      [
        ['-', 2, 5],
        [1, 5, '-'],
      ],
    ],
    ['FILL(m1, 10)', [10, 2, 3]],
    ['FILL(m1, m2)', [1, 2, 3]],
    ['FILL(m2, MIN(m2))', [1, 4, 1]],
    [
      'FILL(METRICS(), REPEAT)',
      [
        ['-', 2, 3],
        [1, 4, 4],
      ],
    ],
    ['FIRST(SORT(METRICS(), MAX, DESC))', [1, 4, '-']],
    ['LAST(METRICS())', [1, 4, '-']],
    ['SORT(METRICS(), MAX, ASC, 1)', [['-', 2, 3]]],
    ['SLICE(METRICS(), 1)', [[1, 4, '-']]],
    ['SLICE(METRICS(), 0, 1)', [['-', 2, 3]]],
    ['MINUTE(m1)', [0, 1, 2]],
    ['HOUR(m1)', [10, 10, 10]],
    // 28 November 2026 is a Saturday; "1 represents Monday and 7 represents Sunday".
    ['DAY(m1)', [6, 6, 6]],
    ['DATE(m1)', [28, 28, 28]],
    ['MONTH(m1)', [11, 11, 11]],
    ['YEAR(m1)', [2026, 2026, 2026]],
    ['EPOCH(m1) - EPOCH(m1) / 1', [0, 0, 0]],
    ['IF(DAY(m1) < 6, m1)', ['-', '-', '-']],
    ['TIME_SERIES(10)', [10, 10, 10]],
  ])('%s', (text, expected) => {
    expect(evaluate(text, { m1: ['-', 2, 3], m2: [1, 4, '-'] })).toEqual(expected);
  });

  it('fills gaps in a straight line, but no ends', () => {
    expect(evaluate('FILL(m1, LINEAR)', { m1: ['-', 1, '-', '-', 4, '-'] })).toEqual(['-', 1, 2, 3, 4, '-']);
  });

  it('counts missing values as 0 in the average of one series', () => {
    expect(evaluate('m1 - AVG(m1)', { m1: [4, '-', '-', '-'] })).toEqual([3, '-', '-', '-']);
  });

  it('leaves out series without data points', () => {
    expect(evaluate('REMOVE_EMPTY(METRICS())', { m1: ['-', '-'], m2: [1, 2] })).toEqual([[1, 2]]);
  });

  it('gives a band, the lower limit first', () => {
    const expectation = () => ({ value: 10, deviation: 2 });
    const given = { m1: [9, 11] } as const;
    expect(evaluate('ANOMALY_DETECTION_BAND(m1, 3)', given, { expect: expectation })).toEqual([
      [4, 4],
      [16, 16],
    ]);
    expect(evaluate('LAST(ANOMALY_DETECTION_BAND(m1))', given, { expect: expectation })).toEqual([14, 14]);
  });

  it('takes what a search has found, and says before what will be searched for', () => {
    const text = `SUM(SEARCH('{AWS/Lambda, FunctionName} MetricName="Errors"', 'Sum', 300))`;
    const call = { query: '{AWS/Lambda, FunctionName} MetricName="Errors"', statistic: 'Sum', periodSeconds: 300 };
    expect(compileExpression(text).searches).toEqual([call]);
    const found = evaluate(text, { m1: [1, 1] }, { search: () => [series([1, 2]), series([3, '-'])] });
    expect(found).toEqual([4, 2]);
  });

  it('lets expressions name each other, but not themselves', () => {
    const expressions = [
      { id: 'e2', expression: compileExpression('e1 * 2') },
      { id: 'e1', expression: compileExpression('m1 + 1') },
    ];
    const surroundings = {
      startMs: START_MS,
      endMs: START_MS + 60_000,
      periodSeconds: 60,
      metrics: new Map([['m1', series([1])]]),
    };
    expect(evaluateAll(expressions, surroundings).get('e2')).toMatchObject({ values: [4] });
    const circle = [
      { id: 'e1', expression: compileExpression('e2') },
      { id: 'e2', expression: compileExpression('e1') },
    ];
    expect(() => evaluateAll(circle, surroundings)).toThrow("The expression 'e1' depends on itself");
  });

  it.each([
    ['m1 +', 'Unexpected end of the expression', 4],
    ['m1 # 2', "Unexpected character '#'", 3],
    ['(m1', 'Unexpected end of the expression', 3],
    ['m1 m2', "Unexpected 'm2'", 3],
    // As users of AWS report it.
    ['ANOMALY_DETECTOR(m1)', "Function 'ANOMALY_DETECTOR' not found", 0],
    ['2 * sum(m1)', "Function 'sum' not found", 4],
    ['SERVICE_QUOTA(m1)', 'Sallyport does not support the function SERVICE_QUOTA', 0],
    ['AVG(m1, m2)', 'AVG takes 1 arguments, not 2', 0],
    ['m1 + m9', "There is no metric and no expression 'm9'", 5],
    ['METRICS() + METRICS()', 'Two arrays of time series cannot be joined by +', 10],
    ['AVG(m1)', 'The expression must give a time series, not a scalar', 0],
    ['[1, m1]', 'An array is made of time series, not of numbers', 1],
    ['m1 + "a"', 'A string stands where a value is needed', 5],
    ['SORT(METRICS(), MEDIAN, ASC)', 'Argument 2 of SORT must be AVG, MIN, MAX or SUM', 16],
    [`${'('.repeat(500)}m1`, 'Nested too deeply', 101],
  ])('refuses %s', (text, message, position) => {
    const failure = (() => {
      try {
        return evaluate(text, { m1: [1] });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(MetricMathError);
    expect(failure).toMatchObject({ message, position });
  });

  it('bounds what expressions make of each other', () => {
    const surroundings = { startMs: 0, endMs: 60_000, periodSeconds: 60, metrics: new Map([['m1', series([1])]]) };
    const wide = (id: string) => compileExpression(`[${Array.from({ length: 600 }, () => id).join(',')}]`);
    const nested = ['m1', 'e1'].map((id, index) => ({ id: `e${index + 1}`, expression: wide(id) }));
    expect(() => evaluateAll(nested, surroundings)).toThrow('The array has too many time series');

    const long = { ...surroundings, metrics: new Map([['m1', series(Array(50_000).fill(1))]]) };
    const sums = [{ id: 'e1', expression: compileExpression(Array(500).fill('m1').join('+')) }];
    expect(() => evaluateAll(sums, long)).toThrow('The expression has too many data points');
  });

  it('bounds a series that has a value for every second of a long time', () => {
    const surroundings = { startMs: 0, endMs: 455 * 86_400_000, periodSeconds: 1, metrics: new Map() };
    const expressions = [{ id: 'e1', expression: compileExpression('TIME_SERIES(1)') }];
    expect(() => evaluateAll(expressions, surroundings)).toThrow('The time range has too many periods');
  });

  it('never fails but by its own error', () => {
    const word = fc.constantFrom(
      'm1',
      'METRICS()',
      '[m1,m2]',
      'AVG',
      'IF',
      'FILL',
      '(',
      ')',
      '[',
      ']',
      ',',
      '+',
      '^',
      '<',
      '2',
      "'x'",
      'AND',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        try {
          evaluate(words.join(' '), { m1: [1, '-'], m2: ['-', 2] });
        } catch (error) {
          expect(error).toBeInstanceOf(MetricMathError);
        }
      }),
    );
  });
});
