import { describe, expect, it } from 'vitest';
import { judge, MISSING_DATA_TREATMENTS } from './judge.ts';

const KEEP = undefined;

/** The user guide's tables, "How alarm state is evaluated when data is missing"; the newest data point stands at the right. */
describe('judge', () => {
  const order = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

  it.each([
    ['0 - X - X', 3, ['OK', 'OK', 'OK', 'OK']],
    ['0 - - - -', 3, ['OK', 'OK', 'OK', 'OK']],
    ['- - - - -', 3, ['INSUFFICIENT_DATA', KEEP, 'ALARM', 'OK']],
    ['0 X X - X', 3, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['- - X - -', 3, ['ALARM', KEEP, 'ALARM', 'OK']],
    ['0 - X - X', 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 0 X 0 X', 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 - X - -', 2, ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - - 0', 2, ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - X -', 2, ['ALARM', KEEP, 'ALARM', 'OK']],
    // "the alarm does not go immediately into ALARM state when the data is either `- - - - X` or `- - - X -`"; what it is
    // in then is from the guide of 2019, whose first table has the row.
    ['- - - - X', 3, ['INSUFFICIENT_DATA', KEEP, 'ALARM', 'OK']],
    ['- - - X -', 3, ['INSUFFICIENT_DATA', KEEP, 'ALARM', 'OK']],
  ])('%s, %i out of 3', (row, datapointsToAlarm, expected) => {
    const range = row
      .split(' ')
      .reverse()
      .map((each) => (each === '-' ? undefined : each));
    const states = order.map((treatMissingData) => {
      const rule = { evaluationPeriods: 3, datapointsToAlarm, treatMissingData };
      return judge(range, rule, (point) => point === 'X').state;
    });
    expect(states).toEqual(expected);
    expect([...order].sort()).toEqual([...MISSING_DATA_TREATMENTS].sort());
  });
});
