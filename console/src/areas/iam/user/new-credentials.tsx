import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { useSession } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { downloadCsv } from '../download-csv.ts';
import { Secret } from '../secret.tsx';

const texts = iam.password.created;

interface Props {
  readonly userName: string;
  readonly password: string;
  onClose(): void;
}

/** What a user signs in with: the only time that anybody sees it. */
export function NewCredentials({ userName, password, onClose }: Props): JSX.Element {
  const account = useSession().signedIn?.identity.account ?? '';
  const url = `${location.origin}/console/`;
  const save = (): void =>
    downloadCsv(`${userName}_credentials.csv`, [
      ['User name', 'Password', 'Account ID', 'Console sign-in URL'],
      [userName, password, account, url],
    ]);
  return (
    <Modal
      visible
      header={texts.title}
      onDismiss={onClose}
      closeAriaLabel={parts.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="download" onClick={save}>
              {iam.keys.create.download}
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
            [texts.url, <Secret key="url" text={url} isShown />],
            [texts.account, <Secret key="account" text={account} isShown />],
            [texts.user, <Secret key="user" text={userName} isShown />],
            [iam.password.title, <Secret key="password" text={password} />],
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
