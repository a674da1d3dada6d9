import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Icon from '@cloudscape-design/components/icon';
import type { JSX } from 'react';
import { resources as texts } from '../../../texts/en/resources.ts';
import { type LoggedPhase, phasesOf } from './log-phases.ts';
import styles from './phase-timeline.module.css';

/** The steps of a request one below the other, each opening to what it saw. */
export function PhaseTimeline({ log }: { readonly log: string }): JSX.Element {
  return (
    <ol className={styles.timeline}>
      {phasesOf(log).map((logged, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one log, which never changes
        <li key={index} className={styles.step}>
          <span className={styles.mark} data-failed={logged.phase === 'failure'} aria-hidden="true">
            <Icon
              size="small"
              name={logged.phase === 'failure' ? 'status-negative' : 'status-positive'}
              variant={logged.phase === 'failure' ? 'error' : 'success'}
            />
          </span>
          <ExpandableSection
            headerText={texts.test.phases[logged.phase]}
            headerDescription={headline(logged)}
            defaultExpanded={logged.phase === 'failure'}
          >
            <dl className={styles.facts}>
              {logged.facts.map(([name, value]) => (
                <div key={name} className={styles.fact}>
                  <dt>{name}</dt>
                  <dd>
                    <Box variant="code">{value === '' ? texts.none : value}</Box>
                  </dd>
                </div>
              ))}
            </dl>
          </ExpandableSection>
        </li>
      ))}
    </ol>
  );
}

/** The one fact that tells most: what was called, what came back. */
function headline({ phase, facts }: LoggedPhase): string {
  const text = (pattern: RegExp): string => {
    const found = facts.find(([name]) => pattern.test(name));
    return found ? found.filter((part) => part !== '').join(': ') : '';
  };
  switch (phase) {
    case 'method-request':
      return text(/^HTTP Method/);
    case 'integration-request':
      return text(/^Sending request|^Endpoint request URI/);
    case 'integration-response':
      return text(/^Received response/);
    case 'method-response':
      return text(/^Method completed/);
    default:
      return facts[0]?.filter((part) => part !== '').join(': ') ?? '';
  }
}
