import { countingCost, keepingCost } from './monitoring/counting.ts';
import { readingTimes } from './monitoring/reading.ts';
import { spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

/** What metrics cost a request, what they cost the control process, and how fast a month of them is read. */
export default async function monitoring(): Promise<void> {
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
      ['a request counted', `${nanoseconds(counting.metrics)} CPU`, '3,000 ns with log and ring'],
      ['a request counted and in the access log', `${nanoseconds(counting.withLog)} CPU`, '3,000 ns with log and ring'],
      ['a second of 100 busy stages, kept', `${spread(keeping, 'ms')} CPU`, ''],
      ...[...reading].map(([what, times]) => [
        `GetMetricData over 30 days: ${what}`,
        `${spread(times.wallMs, 'ms')}, ${spread(times.cpuMs, 'ms')} CPU`,
        '100 ms',
      ]),
    ],
    notes: [
      'Medians (least to most) of 9 rounds. Counting with none of it is the call of an empty function.',
      'Reading: one metric of 100 values a minute for 30 days, minutes kept for 31; from the signed request to the last byte, JSON.',
    ],
  });
}
