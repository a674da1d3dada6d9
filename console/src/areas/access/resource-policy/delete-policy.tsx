import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { resourcePolicy } from '../../../texts/en/resource-policy.ts';

const texts = resourcePolicy.delete;

interface Props {
  readonly apiId: string;
  readonly apiName: string;
  onClose(): void;
}

/** Deletes a policy, to be confirmed by the API's name. */
export function DeletePolicy({ apiId, apiName, onClose }: Props): JSX.Element {
  const update = useAction('apigateway', 'updateRestApi');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.title}
      name={apiName}
      consequence={texts.consequence}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onConfirm={() =>
        update.run({ restApiId: apiId, patchOperations: [{ op: 'replace', path: '/policy', value: '' }] }, () => {
          notify({ type: 'success', content: texts.done });
          onClose();
        })
      }
    />
  );
}
