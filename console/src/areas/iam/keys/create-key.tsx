import Box from '@cloudscape-design/components/box';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { downloadCsv } from '../download-csv.ts';
import { Secret } from '../secret.tsx';
import { ShownOnce } from '../shown-once.tsx';

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
  const save = (): void =>
    downloadCsv(`${UserName}_accessKeys.csv`, [
      ['Access key ID', 'Secret access key'],
      [AccessKeyId, SecretAccessKey],
    ]);
  return (
    <ShownOnce
      title={texts.done}
      warning={texts.once}
      pairs={[
        [iam.keys.columns.id, <Secret key="id" text={AccessKeyId} isShown />],
        [texts.secret, <Secret key="secret" text={SecretAccessKey} />],
      ]}
      onDownload={save}
      onClose={onClose}
    />
  );
}
