import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { type Read, useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';

const texts = iam.deleteEntity;

interface Props {
  readonly title: string;
  readonly name: string;
  /** Who fails from then on. */
  readonly consequence: string;
  /** What IAM wants gone first, a line each. */
  readonly first: readonly FirstGone[];
  /** Deletes it with all of that. */
  steps(): Promise<unknown>;
  onClose(): void;
  onDeleted?: (() => void) | undefined;
}

export interface FirstGone {
  readonly what: string;
  readonly query: Read<readonly string[]>;
}

/** Deletes an entity with everything that IAM wants gone first, which is listed by name. */
export function DeleteEntity({ title, name, consequence, first, steps, onClose, onDeleted }: Props): JSX.Element {
  const notify = useNotify();
  const remove = useSteps('iam', steps);
  return (
    <ConfirmDelete
      title={title}
      name={name}
      consequence={
        <SpaceBetween size="xs">
          <div>{consequence}</div>
          <WhatGoesFirst first={first} />
        </SpaceBetween>
      }
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run(undefined, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
          onDeleted?.();
        })
      }
    />
  );
}

function WhatGoesFirst({ first }: { readonly first: readonly FirstGone[] }): JSX.Element {
  if (first.some(({ query }) => query.isPending)) {
    return <StatusIndicator type="loading">{parts.loading}</StatusIndicator>;
  }
  const there = first.filter(({ query }) => query.error || (query.data ?? []).length > 0);
  if (there.length === 0) return <div>{texts.nothing}</div>;
  return (
    <div>
      {texts.first}
      <ul>
        {there.map(({ what, query }) => (
          <li key={what}>
            {what}: {query.error ? query.error.message : (query.data ?? []).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
