import Header from '@cloudscape-design/components/header';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { SaveForm } from './save-form.tsx';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly isChanged: boolean;
  /** Unless told otherwise, when anything is changed. */
  readonly canDiscard?: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onSave(): void;
  onDiscard(): void;
  readonly children: ReactNode;
}

/** One group of settings, edited in place and saved together; `useDraft` holds what is typed. */
export function EditForm(props: Props): JSX.Element {
  const { title, description, actions, isChanged, canDiscard = isChanged } = props;
  const { isRunning, error, onSave, onDiscard, children } = props;
  return (
    <SaveForm
      header={
        <Header variant="h2" description={description} actions={actions}>
          {title}
        </Header>
      }
      saveText={texts.form.save}
      cancelText={texts.form.discard}
      canSave={isChanged}
      canCancel={canDiscard && !isRunning}
      isRunning={isRunning}
      error={error}
      onSave={onSave}
      onCancel={onDiscard}
    >
      {children}
    </SaveForm>
  );
}
