import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { SaveForm } from '../../parts/save-form.tsx';
import { useNavigate } from '../../routing/index.ts';

interface Props {
  readonly title: string;
  readonly submitText: string;
  readonly canSubmit: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onSubmit(): void;
  readonly children: ReactNode;
}

/** The frame of each way to make an API. */
export function ApiForm({ title, submitText, canSubmit, isRunning, error, onSubmit, children }: Props): JSX.Element {
  const navigate = useNavigate();
  return (
    <SaveForm
      saveText={submitText}
      canSave={canSubmit}
      isRunning={isRunning}
      error={error}
      onSave={onSubmit}
      onCancel={() => navigate('/apis')}
    >
      <Container header={<Header variant="h2">{title}</Header>}>
        <SpaceBetween size="l">{children}</SpaceBetween>
      </Container>
    </SaveForm>
  );
}
