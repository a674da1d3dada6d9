import { describe, expect, it } from 'vitest';
import type { AlarmState } from '../state.ts';
import { AlarmRuleError, parseAlarmRule } from './parse-rule.ts';
import { alarmsOf, holds } from './rule.ts';
import { onTick, onTransition, type Suppression } from './suppression.ts';
import { configuredVerdict, triggeredVerdict } from './verdict.ts';

const states: Readonly<Record<string, AlarmState>> = {
  a: 'ALARM',
  b: 'OK',
  c: 'INSUFFICIENT_DATA',
  d: 'ALARM',
  'with (space), "quoted"': 'ALARM',
  'arn:aws:cloudwatch:us-east-1:000000000000:alarm:a': 'ALARM',
};
const stateOf = (alarm: string) => states[alarm];

/** User guide, "Composite alarms"; API reference, `PutCompositeAlarm`. */
describe('rules of composite alarms', () => {
  it.each([
    ['TRUE', true],
    ['FALSE', false],
    ['ALARM(a)', true],
    ['ALARM("a")', true],
    ['ALARM(arn:aws:cloudwatch:us-east-1:000000000000:alarm:a)', true],
    ['ALARM("with (space), \\"quoted\\"")', true],
    ['OK(b) AND INSUFFICIENT_DATA(c)', true],
    ['ALARM(a) AND NOT ALARM(d)', false],
    ['ALARM(b) OR ALARM(a) AND OK(b)', true],
    ['(ALARM(b) OR ALARM(a)) AND OK(a)', false],
    ['NOT (ALARM(b) OR ALARM(c))', true],
    ['AT_LEAST(2, ALARM, (a, b, c, d))', true],
    ['AT_LEAST(3, ALARM, (a, b, c, d))', false],
    ['AT_LEAST(50%, ALARM, (a, b, c, d))', true],
    ['AT_LEAST(51%, ALARM, (a, b, c, d))', false],
    ['AT_LEAST(3, NOT INSUFFICIENT_DATA, (a, b, c, d))', true],
    ['AT_LEAST(1, OK, (a, b)) AND NOT ALARM(c)', true],
    ['ALARM(nobody)', false],
  ])('%s is %s', (text, expected) => {
    expect(holds(parseAlarmRule(text), stateOf)).toBe(expected);
  });

  it('knows the alarms that it names', () => {
    expect(alarmsOf(parseAlarmRule('ALARM(a) AND (OK(b) OR AT_LEAST(1, OK, (a, c)))'))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['ALARM(a) AND', 'Unexpected end of the rule', 12],
    ['ALARM a', "Unexpected 'a'", 6],
    ['ALARM()', "Unexpected ')'", 6],
    ['BROKEN(a)', "Unexpected 'BROKEN'", 0],
    ['ALARM(a) ALARM(b)', "Unexpected 'ALARM'", 9],
    ['ALARM("a)', "Unexpected '\"'", 6],
    ['AT_LEAST(x, ALARM, (a))', "Unexpected 'x'", 9],
    [`${'('.repeat(200)}TRUE`, 'Nested too deeply', 100],
    [Array(600).fill('TRUE').join(' OR '), 'More than 500 elements', 4_000],
  ])('refuses %s', (text, message, position) => {
    const failure = (() => {
      try {
        return parseAlarmRule(text);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(AlarmRuleError);
    expect(failure).toMatchObject({ message, position });
  });

  // Guide, "Event object sent from CloudWatch to Lambda"; reported by users of AWS.
  it('gives its reasons', () => {
    const arn = 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:CompositeDemo.FirstChild';
    const transitionedAtMs = Date.parse('2023-08-04T12:54:46.138Z');
    expect(triggeredVerdict('ALARM', { arn, state: 'ALARM', transitionedAtMs })).toEqual({
      state: 'ALARM',
      reason: `${arn} transitioned to ALARM at Friday 04 August, 2023 12:54:46 UTC`,
      reasonData: `{"triggeringAlarms":[{"arn":"${arn}","state":{"value":"ALARM","timestamp":"2023-08-04T12:54:46.138+0000"}}]}`,
    });
    expect(configuredVerdict('OK', 'ARN', 'updated').reason).toBe(
      'ARN was updated and its new alarm rule evaluates to OK',
    );
  });
});

/** User guide, "Alarm suppression", its examples: WaitPeriod is 2 time units, ExtensionPeriod 3. */
describe('suppression', () => {
  const rule = { waitSeconds: 2, extensionSeconds: 3 };

  /** Plays one unit a second. @returns when actions are taken */
  function play(transitions: readonly number[], inAlarm: readonly [from: number, to: number][], until = 12): number[] {
    const taken: number[] = [];
    let current: Suppression | undefined;
    for (let second = 0; second <= until; second++) {
      const isInAlarm = inAlarm.some(([from, to]) => second >= from && second < to);
      const before = current;
      if (transitions.includes(second)) current = onTransition(isInAlarm, rule, second * 1_000);
      else if (current) current = onTick(current, isInAlarm, rule, second * 1_000);
      if (current === undefined && (before !== undefined || transitions.includes(second))) taken.push(second);
    }
    return taken;
  }

  it.each([
    ['1: not suppressed after the WaitPeriod', [2], [], [4]],
    ['2: suppressed by the alarm before the WaitPeriod ends', [2], [[3, 99]], []],
    ['3: a transition in the WaitPeriod begins a new one', [2, 3], [], [5]],
    ['4: suppressed by an alarm that is there already', [2], [[0, 99]], []],
    ['5: not suppressed after the ExtensionPeriod', [2], [[3, 6]], [9]],
    ['6: a transition in the ExtensionPeriod begins a WaitPeriod', [2, 7], [[3, 6]], [9]],
  ] as const)('example %s', (_, transitions, inAlarm, expected) => {
    expect(
      play(
        transitions,
        inAlarm.map(([from, to]) => [from, to]),
      ),
    ).toEqual(expected);
  });
});
