import { javaDoubleText } from '../../json/index.ts';
import type { AlarmState } from '../state.ts';
import { datapointTimestamp } from '../timestamps.ts';
import { type Band, type ComparisonOperator, isBreaching, type Threshold } from './comparison.ts';
import type { Judgement, Rule } from './judge.ts';

export interface Datapoint {
  readonly timeMs: number;
  readonly value: number;
  readonly threshold: Threshold;
  /** Absent for the results of expressions. */
  readonly sampleCount?: number;
}

export interface ReasonRule extends Rule {
  readonly comparisonOperator: ComparisonOperator;
  /** Whether `DatapointsToAlarm` was given: the text of an alarm without it is the older, shorter one. */
  readonly namesDatapointsToAlarm: boolean;
  /** Absent for a band. */
  readonly threshold?: number;
}

const WORDS: Readonly<Record<string, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

/** `StateReason`, in the words that users of AWS report. */
export function reasonOf(state: AlarmState, judgement: Judgement<Datapoint>, rule: ReasonRule): string {
  if (state === 'INSUFFICIENT_DATA') {
    const count = rule.evaluationPeriods;
    return `Insufficient Data: ${count} ${count === 1 ? 'datapoint was' : 'datapoints were'} unknown.`;
  }
  const { evaluated, filled } = judgement;
  const wanted = state === 'ALARM';
  const shown = evaluated.filter(
    ({ value, threshold }) => isBreaching(rule.comparisonOperator, value, threshold) === wanted,
  );
  const missing = missingText(filled, rule);
  if (shown.length === 0) return `Threshold Crossed: ${received(evaluated.length, rule)}${missing}.`;
  const compared = comparison(shown, wanted, rule);
  const subject = rule.threshold === undefined ? 'Thresholds' : 'Threshold';
  return `${subject} Crossed: ${counted(shown, rule)} ${compared}${missing}${minimum(wanted, rule)}.`;
}

function counted(shown: readonly Datapoint[], { namesDatapointsToAlarm, evaluationPeriods }: ReasonRule): string {
  const points = shown
    .map(({ value, timeMs }) => `${javaDoubleText(value)} (${datapointTimestamp(timeMs)})`)
    .join(', ');
  const verb = shown.length === 1 ? 'was' : 'were';
  if (!namesDatapointsToAlarm) return `${plural(shown.length, 'datapoint')} [${points}] ${verb}`;
  return `${shown.length} out of the last ${evaluationPeriods} datapoints [${points}] ${verb}`;
}

function comparison(shown: readonly Datapoint[], isTrue: boolean, rule: ReasonRule): string {
  const not = isTrue ? '' : 'not ';
  if (rule.threshold !== undefined) {
    return `${not}${WORDS[rule.comparisonOperator]} the threshold (${javaDoubleText(rule.threshold)})`;
  }
  const bands = shown
    .map(({ threshold }) => threshold)
    .filter((threshold): threshold is Band => typeof threshold === 'object');
  const lower = `${not}less than the lower thresholds [${bands.map((band) => javaDoubleText(band.lower)).join(', ')}]`;
  const upper = `${not}greater than the upper thresholds [${bands.map((band) => javaDoubleText(band.upper)).join(', ')}]`;
  if (rule.comparisonOperator === 'LessThanLowerThreshold') return lower;
  return rule.comparisonOperator === 'GreaterThanUpperThreshold' ? upper : `${lower} or ${upper}`;
}

function received(count: number, { evaluationPeriods }: ReasonRule): string {
  const points = count === 0 ? 'no datapoints were' : `${plural(count, 'datapoint')} ${count === 1 ? 'was' : 'were'}`;
  return `${points} received for ${plural(evaluationPeriods, 'period')}`;
}

function missingText(filled: number, { treatMissingData }: ReasonRule): string {
  if (filled === 0 || !treatMissingData.endsWith('reaching')) return '';
  const verb = filled === 1 ? 'was' : 'were';
  const treated = treatMissingData === 'breaching' ? 'Breaching' : 'NonBreaching';
  return ` and ${filled} missing ${filled === 1 ? 'datapoint' : 'datapoints'} ${verb} treated as [${treated}]`;
}

function minimum(isAlarm: boolean, rule: ReasonRule): string {
  if (!rule.namesDatapointsToAlarm) return '';
  const least = isAlarm ? rule.datapointsToAlarm : rule.evaluationPeriods - rule.datapointsToAlarm + 1;
  return ` (minimum ${plural(least, 'datapoint')} for ${isAlarm ? 'OK -> ALARM' : 'ALARM -> OK'} transition)`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
