import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';
import { CanaryForm } from './canary-form.tsx';
import { SplitMetrics } from './split-metrics.tsx';

const texts = deploy.canary;

/** A stage's canary: how it does and what it is set to, or how one is made. */
export function CanaryTab(props: StageProps): JSX.Element {
  const [isCreating, setCreating] = useState(false);
  if (props.stage.canarySettings) {
    return (
      <SpaceBetween size="l">
        <SplitMetrics {...props} />
        <CanaryForm key="change" {...props} />
      </SpaceBetween>
    );
  }
  if (isCreating) return <CanaryForm key="create" {...props} onCancel={() => setCreating(false)} />;
  return (
    <Container>
      <EmptyState
        title={texts.none.title}
        text={texts.none.text}
        action={<Button onClick={() => setCreating(true)}>{texts.none.create}</Button>}
      />
    </Container>
  );
}
