import { defineKind } from '../../../store/index.ts';
import type { HistoryItem } from '../history/documents.ts';

/** An action that is to be taken for a transition, until it has been. Written in the transaction of the transition. */
export interface Delivery {
  readonly id: string;
  readonly alarm: Pick<HistoryItem, 'alarmName' | 'alarmType'>;
  /** The action's ARN. */
  readonly action: string;
  readonly transitionedAtMs: number;
  readonly message: AlarmMessage;
  /** How often it was tried in vain. */
  readonly failures: number;
  /** When it is tried next. */
  readonly dueAtMs: number;
}

/** What is told of a transition, in the forms of all actions. */
export interface AlarmMessage {
  readonly subject: string;
  /** For people. */
  readonly text: string;
  /** One line. */
  readonly short: string;
  /** What SNS is told, and webhooks: JSON. */
  readonly notification: string;
  /** What functions are told: JSON. */
  readonly event: string;
}

export const deliveries = defineKind<Delivery>('CloudWatchAlarmDelivery');
