import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Icon from '@cloudscape-design/components/icon';
import type { JSX } from 'react';
import { timeline as texts } from '../../texts/en/timeline.ts';
import { Facts } from './facts.tsx';
import { durations } from './recorded-steps.ts';
import styles from './timeline.module.css';
import type { TimelineStep } from './types.ts';

export { recordedSteps } from './recorded-steps.ts';
export type { TimelineStep } from './types.ts';

interface Props {
  readonly steps: readonly TimelineStep[];
  readonly totalMs: number;
}

/**
 * The steps of a request one below the other, each opening to what it saw; where their times are known, with a bar where and as long
 * as each took place.
 */
export function Timeline({ steps, totalMs }: Props): JSX.Element {
  const starts = steps.map(({ atMs = 0 }) => atMs);
  const took = durations(starts, totalMs);
  const whole = Math.max(totalMs, ...starts.map((atMs, at) => atMs + (took[at] ?? 0)), 0.01);
  return (
    <ol className={styles.timeline}>
      {steps.map(({ title, summary, facts, isFailed, atMs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one request, which never change
        <li key={at} className={atMs === undefined ? styles.untimed : styles.step}>
          <Icon
            size="small"
            name={isFailed ? 'status-negative' : 'status-positive'}
            variant={isFailed ? 'error' : 'success'}
          />
          <div className={styles.content}>
            <ExpandableSection headerText={title} headerDescription={summary} defaultExpanded={isFailed}>
              <Facts facts={facts} />
            </ExpandableSection>
          </div>
          {atMs !== undefined && <Span atMs={atMs} tookMs={took[at] ?? 0} wholeMs={whole} isFailed={isFailed} />}
        </li>
      ))}
    </ol>
  );
}

interface SpanProps {
  readonly atMs: number;
  readonly tookMs: number;
  readonly wholeMs: number;
  readonly isFailed: boolean;
}

/** When a step took place, and how long. */
function Span({ atMs, tookMs, wholeMs, isFailed }: SpanProps): JSX.Element {
  const style = {
    insetInlineStart: `${Math.min(atMs / wholeMs, 0.99) * 100}%`,
    inlineSize: `max(3px, ${(tookMs / wholeMs) * 100}%)`,
  };
  return (
    <div className={styles.time}>
      <div className={styles.track} aria-hidden="true">
        <div className={isFailed ? styles.failedBar : styles.bar} style={style} />
      </div>
      <Box fontSize="body-s" color="text-body-secondary">
        {texts.at(atMs.toFixed(2), tookMs.toFixed(2))}
      </Box>
    </div>
  );
}
