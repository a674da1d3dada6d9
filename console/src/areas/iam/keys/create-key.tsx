import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { downloadCsv } from '../download-csv.ts';
import { Secret } from '../secret.tsx';

const texts = iam.keys.create;

interface Props {
  readonly userName: string;
  /** The id of the key that the new one is to take the place of. */
  readonly replaced?: string | undefined;
  onClose(): void;
  /** Once the new secret was taken. */
  onCreated(): void;
}

type Created = NonNullable<Output<'iam', 'createAccessKey'>['AccessKey']>;

/** Makes an access key, and shows its secret: the only time that anybody sees it. */
export function CreateKey({ userName, replaced, onClose, onCreated }: Props): JSX.Element {
  const create = useAction('iam', 'createAccessKey');
  const [created, setCreated] = useState<Created>();
  if (created) return <CreatedKey created={created} onClose={onCreated} />;
  return (
    <Dialog
      title={replaced === undefined ? texts.title : iam.keys.rotate.title(replaced)}
      action={texts.action}
      isRunning={create.isRunning}
      error={create.error}
      // Whoever left now would never see the secret of a key that counts.
      onDismiss={() => !create.isRunning && onClose()}
      onSubmit={() => create.run({ UserName: userName }, ({ AccessKey }) => setCreated(AccessKey))}
    >
      <Box>{texts.text(userName)}</Box>
      <Box>{texts.rotation}</Box>
    </Dialog>
  );
}

function CreatedKey({ created, onClose }: { readonly created: Created; onClose(): void }): JSX.Element {
  const { AccessKeyId = '', SecretAccessKey = '', UserName = '' } = created;
  return (
    <Modal
      visible
      header={texts.done}
      onDismiss={onClose}
      closeAriaLabel={parts.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              iconName="download"
              onClick={() =>
                downloadCsv(`${UserName}_accessKeys.csv`, [
                  ['Access key ID', 'Secret access key'],
                  [AccessKeyId, SecretAccessKey],
                ])
              }
            >
              {texts.download}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {iam.done}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{texts.once}</Alert>
        <KeyValues
          columns={1}
          pairs={[
            [iam.keys.columns.id, <Secret key="id" text={AccessKeyId} isShown />],
            [texts.secret, <Secret key="secret" text={SecretAccessKey} />],
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
