import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { type JSX, type ReactNode, useEffect } from 'react';
import { shell as texts } from '../texts/en/shell.ts';
import { type Crumb, useBreadcrumbs } from './breadcrumbs.tsx';
import { MissingRights } from './missing-rights.tsx';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** What stands above this page, the service first; the page's own title is added. */
  readonly trail?: readonly Crumb[];
  /** For pages whose first container carries the title by itself, such as a table of the whole page. */
  readonly withoutHeader?: boolean;
  readonly children: ReactNode;
}

const NOTHING: readonly Crumb[] = [];

/** The frame of one page: title (also the tab's), breadcrumbs, actions. Every page's outermost element. */
export function Page({ title, description, actions, trail = NOTHING, withoutHeader, children }: Props): JSX.Element {
  useBreadcrumbs(trail, title);
  useEffect(() => {
    document.title = `${title} | ${texts.product}`;
  }, [title]);
  const header = (
    <Header variant="h1" description={description} actions={actions}>
      {title}
    </Header>
  );
  return (
    <ContentLayout {...(!withoutHeader && { header })}>
      <MissingRights>{children}</MissingRights>
    </ContentLayout>
  );
}
