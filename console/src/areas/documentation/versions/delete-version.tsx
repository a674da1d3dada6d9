import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={{ title: texts.deleteTitle, consequence: texts.deleteConsequence, done: texts.deleted }}
      name={name}
      action={remove}
      input={{ restApiId: apiId, documentationVersion: name }}
      onClose={onClose}
    />
  );
}
