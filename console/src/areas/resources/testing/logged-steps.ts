import type { TimelineStep } from '../../../parts/timeline/index.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { type LoggedPhase, phasesOf } from './log-phases.ts';

/** The steps of a test as its log tells them, for those who may not see its trace: in whole seconds, so without times. */
export function loggedSteps(log: string): readonly TimelineStep[] {
  return phasesOf(log).map((logged) => ({
    title: texts.test.phases[logged.phase],
    summary: headline(logged),
    facts: logged.facts.map(([name, value]) => [name, value === '' ? texts.none : value]),
    isFailed: logged.phase === 'failure',
  }));
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
