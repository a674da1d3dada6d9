import Button from '@cloudscape-design/components/button';
import { type JSX, useState } from 'react';
import type { Action } from '../../../data/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import type { MethodPlace } from '../method/use-method.ts';

interface Props {
  readonly place: MethodPlace;
  readonly statusCode: string;
  readonly consequence: string;
  readonly action: Action<MethodPlace & { readonly statusCode: string }, unknown>;
}

/** The button that deletes a response, of the method or of its integration, once its status is typed. */
export function DeleteResponse({ place, statusCode, consequence, action }: Props): JSX.Element {
  const [isDeleting, setDeleting] = useState(false);
  const title = texts.deleteOf(texts.responseOf(statusCode));
  return (
    <>
      <Button onClick={() => setDeleting(true)} ariaLabel={title}>
        {texts.delete}
      </Button>
      {isDeleting && (
        <ConfirmDelete
          title={title}
          name={statusCode}
          consequence={consequence}
          isRunning={action.isRunning}
          error={action.error}
          onDismiss={() => setDeleting(false)}
          onConfirm={() => action.run({ ...place, statusCode }, () => setDeleting(false))}
        />
      )}
    </>
  );
}
