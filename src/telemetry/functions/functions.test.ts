import { describe, expect, it } from 'vitest';
import { FunctionCounters, functionDataOf } from './index.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:users';

function figures(data: ReturnType<typeof functionDataOf>, dimensions: readonly string[]) {
  return Object.fromEntries(
    data
      .filter((each) => each.dimensions.map(({ name, value }) => `${name}=${value}`).join() === dimensions.join())
      .map(({ metricName, sample }) => [metricName, sample]),
  );
}

describe('functions as CloudWatch counts them (Lambda guide, "Types of metrics for Lambda functions")', () => {
  it('those that ran, those of them that failed, and those that a limit kept from running', () => {
    const counters = new FunctionCounters();
    const run = { functionArn, qualifier: undefined, executedVersion: '$LATEST' };
    const [first, second, third, fourth] = [1, 2, 3, 4].map(() => counters.begin(run));
    first?.('succeeded', 10);
    second?.('failed', 30);
    third?.('throttled', 0);
    fourth?.('not-run', 0);
    const data = counters.take().flatMap((counts) => functionDataOf(counts, 0));
    const expected = {
      Invocations: { sampleCount: 2, sum: 2, minimum: 1, maximum: 1 },
      Errors: { values: [0, 1], counts: [1, 1] },
      Duration: expect.objectContaining({ sampleCount: 2, sum: 40, minimum: 10, maximum: 30 }),
      Throttles: { values: [0, 1], counts: [2, 1] },
      ConcurrentExecutions: { value: 4 },
    };
    for (const dimensions of [[], ['FunctionName=users'], ['FunctionName=users', 'Resource=users']]) {
      expect(figures(data, dimensions)).toEqual(expected);
    }
    expect(counters.take()).toEqual([]);
  });

  it('an alias by its name and by the version that ran', () => {
    const counters = new FunctionCounters();
    counters.begin({ functionArn, qualifier: 'live', executedVersion: '7' })('succeeded', 1);
    const data = counters.take().flatMap((counts) => functionDataOf(counts, 0));
    expect(figures(data, ['FunctionName=users', 'Resource=users:live'])).toHaveProperty('Invocations');
    expect(figures(data, ['ExecutedVersion=7', 'FunctionName=users', 'Resource=users:live'])).toHaveProperty(
      'Duration',
    );
  });

  it('versions in turns, each by itself, and one again that was forgotten meanwhile', () => {
    const counters = new FunctionCounters();
    const call = (executedVersion: string) =>
      counters.begin({ functionArn, qualifier: undefined, executedVersion })('succeeded', 1);
    const counted = () => counters.take().map(({ run, invocations }) => [run.executedVersion, invocations]);
    for (const version of ['1', '2', '2', '1', '2']) call(version);
    expect(counted()).toEqual([
      ['1', 2],
      ['2', 3],
    ]);
    expect(counted()).toEqual([]);
    call('2');
    expect(counted()).toEqual([['2', 1]]);
  });

  it('one that runs on still counts as running', () => {
    const counters = new FunctionCounters();
    const end = counters.begin({ functionArn, qualifier: undefined, executedVersion: '1' });
    counters.take();
    const [counts] = counters.take();
    expect(counts).toMatchObject({ invocations: 0, concurrency: 1 });
    end('succeeded', 5);
  });
});
