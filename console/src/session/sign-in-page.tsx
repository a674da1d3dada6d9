import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useEffect } from 'react';
import { session as texts } from '../texts/en/session.ts';
import { AccessKeyForm } from './access-key-form.tsx';
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
            {texts.product}
          </Box>
          <Container header={<Header variant="h2">{texts.title}</Header>}>
            <AccessKeyForm />
          </Container>
          <Box color="text-body-secondary" fontSize="body-s" textAlign="center">
            {texts.kept}
          </Box>
        </SpaceBetween>
      </div>
    </main>
  );
}
