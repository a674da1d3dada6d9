import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPE, startAlarms, type TestAlarms } from '../testing/alarms.ts';

const TOPIC = `arn:aws:sns:us-east-1:${SCOPE.accountId}:ops`;

let test: TestAlarms;
beforeEach(async () => {
  test = await startAlarms();
  for (const AlarmName of ['a', 'b', 'maintenance']) {
    await test.api.putMetricAlarm(
      {
        AlarmName,
        Namespace: 'App',
        MetricName: AlarmName,
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'ignore',
      },
      test.call(),
    );
  }
});
afterEach(() => test.end());

const put = (AlarmName: string, AlarmRule: string, more: object = {}) =>
  test.api.putCompositeAlarm({ AlarmName, AlarmRule, ...more }, test.call());
const set = (AlarmName: string, StateValue: string) =>
  test.api.setAlarmState({ AlarmName, StateValue, StateReason: 'test' }, test.call());
const find = async (name: string) =>
  (await test.api.describeAlarms({ AlarmNames: [name], AlarmTypes: ['CompositeAlarm'] }, test.call()))
    .CompositeAlarms?.[0];
const delivered = async () => (await test.desk.list()).map(({ delivery }) => delivery.message.subject.split(' in ')[0]);

describe('composite alarms', () => {
  it('follow the alarms of their rule, and say which one made them change', async () => {
    await put('both', 'ALARM(a) AND ALARM(b)', { AlarmActions: [TOPIC] });
    expect(await find('both')).toMatchObject({
      StateValue: 'OK',
      StateReason: `arn:aws:cloudwatch:us-east-1:${SCOPE.accountId}:alarm:both was created and its alarm rule evaluates to OK`,
    });
    await set('a', 'ALARM');
    expect(await test.stateOf('both')).toBe('OK');
    await set('b', 'ALARM');
    const arn = `arn:aws:cloudwatch:us-east-1:${SCOPE.accountId}:alarm:b`;
    expect(await find('both')).toMatchObject({
      StateValue: 'ALARM',
      StateReason: `${arn} transitioned to ALARM at Friday 27 November, 2026 10:00:30 UTC`,
      StateReasonData: `{"triggeringAlarms":[{"arn":"${arn}","state":{"value":"ALARM","timestamp":"2026-11-27T10:00:30.000+0000"}}]}`,
    });
    const [first] = await test.desk.list();
    expect(JSON.parse(first?.delivery.message.notification ?? '')).toMatchObject({
      AlarmName: 'both',
      AlarmRule: 'ALARM(a) AND ALARM(b)',
      TriggeringChildren: [{ Arn: arn, State: { Value: 'ALARM' } }],
    });
  });

  it('may be made of composite alarms; their evaluation stops at a cycle', async () => {
    await put('inner', 'ALARM(a)');
    await put('outer', 'ALARM(inner) OR FALSE');
    await set('a', 'ALARM');
    expect([await test.stateOf('inner'), await test.stateOf('outer')]).toEqual(['ALARM', 'ALARM']);
    await put('inner', 'NOT ALARM(outer)');
    await set('inner', 'OK');
    await expect(test.api.deleteAlarms({ AlarmNames: ['inner'] }, test.call())).rejects.toMatchObject({
      code: 'ValidationError',
    });
  });

  it('are not left without the alarms of their rules, in the words that users of AWS report', async () => {
    await expect(put('x', 'ALARM(a) OR ALARM(gone)')).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'Could not save the composite alarm as alarms [gone] in the alarm rule do not exist',
    });
    const elsewhere = `arn:aws:cloudwatch:eu-west-1:${SCOPE.accountId}:alarm:a`;
    await expect(put('x', `ALARM(${elsewhere})`)).rejects.toThrow(
      `alarms [${elsewhere}] in the alarm rule do not exist`,
    );
    await expect(put('x\r\ny', 'TRUE')).rejects.toMatchObject({ code: 'ValidationError' });
    await put('x', 'ALARM(a) OR ALARM(b)');
    await expect(test.api.deleteAlarms({ AlarmNames: ['a', 'b'] }, test.call())).rejects.toMatchObject({
      message: 'Cannot delete a,b as there are composite alarm(s) depending on them.',
    });
    await test.api.deleteAlarms({ AlarmNames: ['a', 'x'] }, test.call());
    expect(await find('x')).toBeUndefined();
  });

  it.each([
    [' ALARM(a)', {}, 'AlarmRule must not contain leading or trailing whitespace or be null'],
    ['ALARM(a) AND', {}, 'AlarmRule cannot be read: Unexpected end of the rule at position 13'],
    [
      'ALARM(a)',
      { ActionsSuppressor: 'b' },
      'ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are required when ActionsSuppressor is set',
    ],
  ])('refuse %j with %j', async (rule, more, message) => {
    await expect(put('x', rule, more)).rejects.toMatchObject({ code: 'ValidationError', message });
  });

  it('know their children and parents', async () => {
    await put('inner', 'ALARM(a) OR ALARM(b)');
    await put('outer', 'ALARM(inner)');
    const names = async (input: object) => {
      const { MetricAlarms = [], CompositeAlarms = [] } = await test.api.describeAlarms(input, test.call());
      return [...MetricAlarms, ...CompositeAlarms].map(({ AlarmName }) => AlarmName);
    };
    expect(await names({ ChildrenOfAlarmName: 'inner' })).toEqual(['a', 'b']);
    expect(await names({ ParentsOfAlarmName: 'inner' })).toEqual(['outer']);
  });
});

/** User guide, "Alarm suppression": WaitPeriod and ExtensionPeriod. */
describe('suppression', () => {
  const wait = async (seconds: number) => {
    test.clock.nowMs += seconds * 1_000;
    return test.run();
  };

  const service = {
    AlarmActions: [TOPIC],
    OKActions: [TOPIC],
    ActionsSuppressor: 'maintenance',
    ActionsSuppressorWaitPeriod: 20,
    ActionsSuppressorExtensionPeriod: 30,
  };

  beforeEach(async () => {
    await put('service', 'ALARM(a)', service);
    // It is made in INSUFFICIENT_DATA and goes to OK at once, which is a transition too.
    await wait(20);
    for (const due of await test.desk.list()) await test.desk.succeeded(due, '', test.clock.nowMs);
  });

  it('lets actions pass after the WaitPeriod', async () => {
    await set('a', 'ALARM');
    expect(await find('service')).toMatchObject({
      StateValue: 'ALARM',
      ActionsSuppressedBy: 'WaitPeriod',
      ActionsSuppressedReason: 'Actions suppressed by WaitPeriod',
    });
    expect(await wait(19)).toBeLessThanOrEqual(test.clock.nowMs + 1_000);
    expect(await delivered()).toEqual([]);
    await wait(1);
    expect(await delivered()).toEqual(['ALARM: "service"']);
    expect((await find('service'))?.ActionsSuppressedBy).toBeUndefined();
  });

  it('holds them back while the suppressor is in ALARM, and for the ExtensionPeriod', async () => {
    await set('a', 'ALARM');
    await set('maintenance', 'ALARM');
    await wait(60);
    expect((await find('service'))?.ActionsSuppressedBy).toBe('Alarm');
    await set('maintenance', 'OK');
    await wait(0);
    expect((await find('service'))?.ActionsSuppressedBy).toBe('ExtensionPeriod');
    await wait(29);
    expect(await delivered()).toEqual([]);
    await wait(1);
    expect(await delivered()).toEqual(['ALARM: "service"']);
  });

  // "If you replace the action suppressor alarm, any active WaitPeriod or ExtensionPeriod is discarded."
  it('stays when the alarm is changed, and ends when another alarm suppresses', async () => {
    await set('a', 'ALARM');
    await put('service', 'ALARM(a)', { ...service, AlarmDescription: 'changed' });
    expect((await find('service'))?.ActionsSuppressedBy).toBe('WaitPeriod');
    expect(await delivered()).toEqual([]);
    await put('service', 'ALARM(a)', { ...service, ActionsSuppressor: 'b' });
    expect((await find('service'))?.ActionsSuppressedBy).toBeUndefined();
    expect(await delivered()).toEqual(['ALARM: "service"']);
  });
});
