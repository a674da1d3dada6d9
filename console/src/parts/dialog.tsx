import Modal from '@cloudscape-design/components/modal';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { SaveForm } from './save-form.tsx';

interface Props {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly isReady?: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly size?: 'medium' | 'large';
  onSubmit(): void;
  onDismiss(): void;
  readonly children: ReactNode;
}

/** Asks for something, or whether something shall be done. Mounted while it is open; keep in the address that it is (`useQueryParam('dialog')`). */
export function Dialog(props: Props): JSX.Element {
  const { title, action, isReady = true, isRunning, error, size = 'medium', onSubmit, onDismiss, children } = props;
  return (
    <Modal visible header={title} size={size} onDismiss={onDismiss} closeAriaLabel={texts.close}>
      <FocusKept>
        <SaveForm
          saveText={action}
          canSave={isReady}
          isRunning={isRunning}
          error={error}
          onSave={onSubmit}
          onCancel={onDismiss}
        >
          {children}
        </SaveForm>
      </FocusKept>
    </Modal>
  );
}

/**
 * Leaves the focus with the field that asked for it by `autoFocus`, and lets it return to where it was before: the modal, once mounted,
 * gives it to the button that closes, and would return it to the field.
 */
function FocusKept({ children }: { readonly children: ReactNode }): JSX.Element {
  const [opener] = useState(() => document.activeElement);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLElement && content.current?.contains(field))) return;
    // The modal looks in this same turn where the focus is.
    if (opener instanceof HTMLElement) opener.focus();
    queueMicrotask(() => field.focus());
  }, [opener]);
  return <div ref={content}>{children}</div>;
}
