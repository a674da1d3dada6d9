import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { useAction } from '../../data/index.ts';
import { DeleteDialog } from '../../parts/delete-dialog.tsx';
import { ErrorAlert } from '../../parts/error-alert.tsx';
import { models } from '../../texts/en/models.ts';
import { parts } from '../../texts/en/parts.ts';
import { ModelUses } from './model-uses.tsx';
import { useModelUses } from './use-model-uses.ts';

const texts = models.delete;

interface Props {
  readonly apiId: string;
  readonly name: string;
  onClose(): void;
  onDeleted?(): void;
}

/** Deletes a model that nothing uses; of another it says what does. */
export function DeleteModel({ apiId, name, onClose, onDeleted }: Props): JSX.Element {
  const uses = useModelUses(apiId, name);
  const remove = useAction('apigateway', 'deleteModel');
  if (uses.data === undefined) {
    return (
      <Told title={texts.title} onClose={onClose}>
        {uses.error ? <ErrorAlert error={uses.error} retry={() => uses.refetch()} /> : texts.looking}
      </Told>
    );
  }
  if (uses.data.length > 0) {
    return (
      <Told title={texts.isUsed(name)} onClose={onClose} retry={() => uses.refetch()}>
        {texts.isUsedText}
        <ModelUses uses={uses.data} />
      </Told>
    );
  }
  return (
    <DeleteDialog
      texts={texts}
      name={name}
      action={remove}
      input={{ restApiId: apiId, modelName: name }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}

interface ToldProps {
  readonly title: string;
  onClose(): void;
  retry?(): void;
  readonly children: ReactNode;
}

/** Says why nothing is asked yet, or at all. */
function Told({ title, onClose, retry, children }: ToldProps): JSX.Element {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel={parts.close}
      size="large"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {parts.close}
            </Button>
            {retry && <Button onClick={retry}>{texts.again}</Button>}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">{children}</SpaceBetween>
    </Modal>
  );
}
