import { countingCost, keepingCost } from './monitoring/counting.ts';
import { proxyCost } from './monitoring/proxy-cost.ts';
import { readingTimes } from './monitoring/reading.ts';
import { bestQuarter, median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

/** What metrics cost a request, what they cost the control process, and how fast a month of them is read. */
export default async function monitoring(): Promise<void> {
  const cost = await proxyCost();
  const counting = await countingCost();
  const keeping = await keepingCost();
  const reading = await readingTimes();
  const nanoseconds = (values: readonly number[]) =>
    spread(
      values.map((value) => value * 1_000),
      'ns',
    );
  await publish('monitoring', {
    title: 'Metrics: counting, keeping, reading',
    head: ['what', 'measured', 'limit'],
    rows: [
      ...(cost === undefined
        ? []
        : [
            ['a proxied request, log and ring off', `${spread(cost.off, 'us')} CPU`, ''],
            ['a proxied request, JSON log to a log group and ring on', `${spread(cost.on, 'us')} CPU`, ''],
            [
              'what metrics, log and ring cost a proxied request',
              `${(bestQuarter(cost.on) - bestQuarter(cost.off) + median(counting.metrics)).toFixed(1)} us CPU`,
              '3 us',
            ],
          ]),
      ['a request counted', `${nanoseconds(counting.metrics)} CPU`, ''],
      ['a request counted and in the access log of the server', `${nanoseconds(counting.withLog)} CPU`, ''],
      ['a second of 100 busy stages, kept', `${spread(keeping, 'ms')} CPU`, ''],
      ...[...reading].map(([what, times]) => [
        `GetMetricData over 30 days: ${what}`,
        `${spread(times.wallMs, 'ms')}, ${spread(times.cpuMs, 'ms')} CPU`,
        '100 ms',
      ]),
    ],
    notes: [
      ...(cost === undefined
        ? ['nginx or wrk is not installed here: the proxy path was left out.']
        : [
            'Proxied: all processes, interleaved rounds of 2 s, 64 connections; what log and ring cost is the difference of the best quarters. Metrics are counted in both, nothing turns them off: that of a request counted is added.',
          ]),
      'Medians (least to most) of 9 rounds. Counting with none of it is the call of an empty function.',
      'Reading: one metric of 100 values a minute for 30 days, minutes kept for 31; from the signed request to the last byte, JSON.',
    ],
  });
}
