import type { JSX } from 'react';
import type { DocumentationPart } from '../../../../../src/model/documentation/index.ts';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
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
  return (
    <DeleteDialog
      texts={{ title: texts.deleteTitle, consequence: texts.deleteConsequence, done: texts.deleted }}
      name={placeText(part.location)}
      action={remove}
      input={{ restApiId: apiId, documentationPartId: part.id }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
