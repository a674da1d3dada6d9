import type { AlarmState } from '../state.ts';

/** What an alarm must be in, or must not. */
export interface StateCondition {
  readonly state: AlarmState;
  readonly isNegated: boolean;
}

/** The rule of a composite alarm; alarms are named as they are in the rule, by name or ARN. */
export type AlarmRule =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'state'; readonly alarm: string; readonly state: AlarmState }
  | { readonly kind: 'not'; readonly rule: AlarmRule }
  | { readonly kind: 'and' | 'or'; readonly rules: readonly AlarmRule[] }
  | {
      readonly kind: 'atLeast';
      /** Of the alarms, as a number or as a percentage of them. */
      readonly least: number;
      readonly isPercentage: boolean;
      readonly condition: StateCondition;
      readonly alarms: readonly string[];
    };

/** Whether the rule holds. @param stateOf undefined for an alarm that is not there: it is in no state */
export function holds(rule: AlarmRule, stateOf: (alarm: string) => AlarmState | undefined): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarm) === rule.state;
    case 'not':
      return !holds(rule.rule, stateOf);
    case 'and':
      return rule.rules.every((each) => holds(each, stateOf));
    case 'or':
      return rule.rules.some((each) => holds(each, stateOf));
    default: {
      const { condition, alarms, least, isPercentage } = rule;
      const count = alarms.filter((alarm) => (stateOf(alarm) === condition.state) !== condition.isNegated).length;
      return isPercentage ? count * 100 >= least * alarms.length : count >= least;
    }
  }
}

/** The alarms that a rule names, each once. */
export function alarmsOf(rule: AlarmRule): readonly string[] {
  return [...new Set(allAlarms(rule))];
}

function allAlarms(rule: AlarmRule): readonly string[] {
  switch (rule.kind) {
    case 'constant':
      return [];
    case 'state':
      return [rule.alarm];
    case 'not':
      return allAlarms(rule.rule);
    case 'atLeast':
      return rule.alarms;
    default:
      return rule.rules.flatMap(allAlarms);
  }
}
