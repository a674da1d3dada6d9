import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import type { ExplainedValue } from '../../../../../src/model/explained-request.ts';
import { requests } from '../../../texts/en/requests.ts';
import styles from './trace-timeline.module.css';

const texts = requests.trace;

/** What a step saw, decided or changed. */
export function Facts({ facts }: { readonly facts: Readonly<Record<string, ExplainedValue>> }): JSX.Element {
  const entries = Object.entries(facts);
  if (entries.length === 0) return <Box color="text-body-secondary">{requests.none}</Box>;
  return (
    <dl className={styles.facts}>
      {entries.map(([name, value]) => (
        <div key={name} className={styles.fact}>
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
