import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { type JSX, useEffect } from 'react';
import { session as texts } from '../texts/en/session.ts';
import { AccessKeyForm } from './access-key-form.tsx';
import { ConsoleUserForm } from './console-user-form.tsx';
import styles from './sign-in-page.module.css';

/** The only page that the server shows to strangers. */
export function SignInPage(): JSX.Element {
  useEffect(() => {
    document.title = texts.documentTitle;
  }, []);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <SpaceBetween size="l">
          <Box variant="h1" textAlign="center">
            {texts.title}
          </Box>
          <Tabs
            variant="container"
            ariaLabel={texts.title}
            tabs={[
              { id: 'key', label: texts.withKey, content: <AccessKeyForm /> },
              { id: 'user', label: texts.asUser, content: <ConsoleUserForm /> },
            ]}
          />
          <Box color="text-body-secondary" fontSize="body-s" textAlign="center">
            {texts.kept}
          </Box>
        </SpaceBetween>
      </div>
    </main>
  );
}
