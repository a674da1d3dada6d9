import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Icon from '@cloudscape-design/components/icon';
import type { JSX } from 'react';
import type { ExplainedStep } from '../../../../../src/model/explained-request.ts';
import { requests } from '../../../texts/en/requests.ts';
import { durations, failures } from './explain.ts';
import { Facts } from './facts.tsx';
import styles from './trace-timeline.module.css';

const texts = requests.trace;

interface Props {
  readonly steps: readonly ExplainedStep[];
  readonly totalMs: number;
}

/** The steps one below the other, each with a bar where and as long as it took place, opening to what it saw. */
export function TraceTimeline({ steps, totalMs }: Props): JSX.Element {
  if (steps.length === 0) return <Box color="text-body-secondary">{texts.noSteps}</Box>;
  const took = durations(steps, totalMs);
  const failed = failures(steps);
  const whole = Math.max(totalMs, ...steps.map(({ atMs }, at) => atMs + (took[at] ?? 0)), 0.01);
  return (
    <ol className={styles.timeline}>
      {steps.map((step, at) => {
        const isFailed = failed[at] ?? false;
        const ms = took[at] ?? 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one request, which never change
          <li key={at} className={styles.step}>
            <Icon
              size="small"
              name={isFailed ? 'status-negative' : 'status-positive'}
              variant={isFailed ? 'error' : 'success'}
            />
            <div className={styles.content}>
              <ExpandableSection headerText={step.phase} headerDescription={step.verdict} defaultExpanded={isFailed}>
                <Facts facts={step.facts} />
              </ExpandableSection>
            </div>
            <div className={styles.time}>
              <div className={styles.track} aria-hidden="true">
                <Bar from={step.atMs / whole} share={ms / whole} isFailed={isFailed} />
              </div>
              <Box fontSize="body-s" color="text-body-secondary">
                {texts.at(step.atMs.toFixed(2), ms.toFixed(2))}
              </Box>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface BarProps {
  /** Of the whole, from 0 to 1. */
  readonly from: number;
  readonly share: number;
  readonly isFailed: boolean;
}

function Bar({ from, share, isFailed }: BarProps): JSX.Element {
  const style = { insetInlineStart: `${Math.min(from, 0.99) * 100}%`, inlineSize: `max(3px, ${share * 100}%)` };
  return <div className={isFailed ? styles.failedBar : styles.bar} style={style} />;
}
