import type { JSX } from 'react';
import { useSession } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { downloadCsv } from '../download-csv.ts';
import { Secret } from '../secret.tsx';
import { ShownOnce } from '../shown-once.tsx';

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
    <ShownOnce
      title={texts.title}
      warning={texts.once}
      pairs={[
        [texts.url, <Secret key="url" text={url} isShown />],
        [texts.account, <Secret key="account" text={account} isShown />],
        [texts.user, <Secret key="user" text={userName} isShown />],
        [iam.password.title, <Secret key="password" text={password} />],
      ]}
      onDownload={save}
      onClose={onClose}
    />
  );
}
