import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { Page } from '../page/index.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useHref } from '../routing/index.ts';
import { shell as texts } from '../texts/en/shell.ts';

/** For an address that no page has. */
export function NotFoundPage(): JSX.Element {
  const href = useHref();
  return (
    <Page title={texts.notFound.title}>
      <EmptyState title={texts.notFound.text} action={<Button href={href('/apis')}>{texts.notFound.action}</Button>} />
    </Page>
  );
}
