import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import type { ExplainedValue } from '../../../../src/model/explained-request.ts';
import { timeline as texts } from '../../texts/en/timeline.ts';
import styles from './timeline.module.css';
import type { TimelineStep } from './types.ts';

/** What a step saw, decided or changed. */
export function Facts({ facts }: Pick<TimelineStep, 'facts'>): JSX.Element {
  if (facts.length === 0) return <Box color="text-body-secondary">{texts.noFacts}</Box>;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one step, which never change
        <div key={at} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            <Box variant="code">{textOf(value)}</Box>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: ExplainedValue): string {
  if (typeof value !== 'object') return String(value);
  if (!('bytes' in value)) return value.join('\n');
  if (value.bytes === 0) return texts.empty;
  return value.text ?? texts.bytes(value.bytes);
}
