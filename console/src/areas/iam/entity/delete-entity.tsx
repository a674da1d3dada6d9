import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { type Read, useSteps } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  const remove = useSteps('iam', steps);
  return (
    <DeleteDialog
      texts={{
        title,
        consequence: (
          <SpaceBetween size="xs">
            <div>{consequence}</div>
            <WhatGoesFirst first={first} />
          </SpaceBetween>
        ),
        done: texts.done,
      }}
      name={name}
      action={remove}
      input={undefined}
      onClose={onClose}
      onDeleted={() => {
        onClose();
        onDeleted?.();
      }}
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
