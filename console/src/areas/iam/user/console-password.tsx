import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { SetPassword } from './set-password.tsx';
import { useLoginProfile } from './use-user.ts';

const texts = iam.password;

/** Whether a user may sign in at the console by a password: to allow, change and forbid. */
export function ConsolePassword({ userName }: { readonly userName: string }): JSX.Element {
  const profile = useLoginProfile(userName);
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const hasPassword = profile.data !== undefined && profile.data !== 'none';
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            description={texts.hint}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {hasPassword && <Button onClick={() => setDialog('no-password')}>{texts.remove.action}</Button>}
                <Button disabled={!profile.data} onClick={() => setDialog('password')}>
                  {hasPassword ? texts.change : texts.enable}
                </Button>
              </SpaceBetween>
            }
          >
            {texts.title}
          </Header>
        }
      >
        <QueryState query={profile}>
          {(data) =>
            data === 'none' ? (
              <Box color="text-body-secondary">{texts.none}</Box>
            ) : (
              <KeyValues
                pairs={[
                  [texts.since, <Time key="since" date={data.CreateDate} />],
                  [texts.reset, data.PasswordResetRequired ? iam.yes : iam.no],
                ]}
              />
            )
          }
        </QueryState>
      </Container>
      {dialog === 'password' && profile.data && (
        <SetPassword userName={userName} isNew={!hasPassword} onClose={close} />
      )}
      {dialog === 'no-password' && hasPassword && <RemovePassword userName={userName} onClose={close} />}
    </>
  );
}

function RemovePassword({ userName, onClose }: { readonly userName: string; onClose(): void }): JSX.Element {
  const remove = useAction('iam', 'deleteLoginProfile');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.remove.title(userName)}
      action={texts.remove.action}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onSubmit={() =>
        remove.run({ UserName: userName }, () => {
          notify({ type: 'success', content: texts.remove.done(userName) });
          onClose();
        })
      }
    >
      {texts.remove.text}
    </Dialog>
  );
}
