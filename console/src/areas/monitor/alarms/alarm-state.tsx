import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { alarms as texts } from '../../../texts/en/alarms.ts';

const TYPES = { OK: 'success', ALARM: 'error', INSUFFICIENT_DATA: 'pending' } as const;

export type State = keyof typeof TYPES;

/** @param state as CloudWatch says it */
export function AlarmState({ state = '' }: { readonly state: string | undefined }): JSX.Element {
  const known = isState(state) ? state : 'INSUFFICIENT_DATA';
  return <StatusIndicator type={TYPES[known]}>{texts.states[known]}</StatusIndicator>;
}

function isState(text: string): text is State {
  return Object.hasOwn(TYPES, text);
}
