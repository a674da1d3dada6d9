import type { JSX } from 'react';
import type { DocumentationPart } from '../../../../../src/model/documentation/index.ts';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { documentation } from '../../../texts/en/documentation.ts';
import { placeText } from '../location.ts';

const texts = documentation.part;

interface Props {
  readonly apiId: string;
  readonly part: DocumentationPart;
  onClose(): void;
  onDeleted(): void;
}

export function DeletePart({ apiId, part, onClose, onDeleted }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteDocumentationPart');
  const notify = useNotify();
  return (
    <ConfirmDelete
      title={texts.deleteTitle}
      name={placeText(part.location)}
      consequence={texts.deleteConsequence}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onConfirm={() =>
        remove.run({ restApiId: apiId, documentationPartId: part.id }, () => {
          notify({ type: 'success', content: texts.deleted });
          onDeleted();
        })
      }
    />
  );
}
