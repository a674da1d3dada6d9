import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={texts}
      name={apiName}
      action={update}
      input={{ restApiId: apiId, patchOperations: [{ op: 'replace', path: '/policy', value: '' }] }}
      onClose={onClose}
    />
  );
}
