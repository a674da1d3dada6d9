import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { documentation } from '../../../texts/en/documentation.ts';
import type { Version } from './use-versions.ts';

const texts = documentation.versions;

interface Props {
  readonly apiId: string;
  readonly version: Version;
  onClose(): void;
}

export function DeleteVersion({ apiId, version: { name }, onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteDocumentationVersion');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.deleteTitle}
      name={name}
      consequence={texts.deleteConsequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, documentationVersion: name }, () => {
          notify({ type: 'success', content: texts.deleted(name) });
          onClose();
        })
      }
    />
  );
}
