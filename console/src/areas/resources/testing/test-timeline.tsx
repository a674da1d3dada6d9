import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { ExplainedRequest } from '../../../../../src/model/explained-request.ts';
import { useOwn } from '../../../data/index.ts';
import { recordedSteps, Timeline } from '../../../parts/timeline/index.tsx';
import { useHref } from '../../../routing/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import { loggedSteps } from './logged-steps.ts';

/** What a test went through: by its trace, as that of any request, or by its log for those who may not see traces. */
export function TestTimeline({ log }: { readonly log: string }): JSX.Element {
  const href = useHref();
  const requestId = /^Execution log for request (\S+)/.exec(log)?.[1] ?? '';
  const trace = useOwn<ExplainedRequest>(`/_sallyport/requests/${encodeURIComponent(requestId)}?bodies=true`, {
    enabled: requestId !== '',
  });
  const { data } = trace;
  const steps = data ? recordedSteps(data.steps) : loggedSteps(log);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.test.timelineDescription}
          actions={data && <Link href={href(`/requests/${requestId}`)}>{texts.test.toTrace}</Link>}
        >
          {texts.test.timeline}
        </Header>
      }
    >
      <Timeline steps={steps} totalMs={data?.latencyMs ?? 0} />
    </Container>
  );
}
