import AppLayout from '@cloudscape-design/components/app-layout';
import { type JSX, useEffect, useState } from 'react';
import { BreadcrumbsProvider, NotificationsProvider, ShownBreadcrumbs, ShownNotifications } from '../page/index.ts';
import { shell as texts } from '../texts/en/shell.ts';
import { useFollowLinks } from './follow-links.ts';
import { Navigation } from './navigation.tsx';
import { Pages } from './pages.tsx';
import { TopBar } from './top-bar.tsx';

const TOP_BAR = 'top-bar';
/** Where the navigation leaves enough room for a page. */
const wide = matchMedia('(min-width: 1000px)');

/** The frame of the signed-in console. */
export function Shell(): JSX.Element {
  const [isNavigationOpen, setNavigationOpen] = useState(() => wide.matches);
  useFollowLinks();
  useEffect(() => {
    const follow = (): void => setNavigationOpen(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return (
    <NotificationsProvider>
      <BreadcrumbsProvider>
        <TopBar id={TOP_BAR} />
        <AppLayout
          headerSelector={`#${TOP_BAR}`}
          navigation={<Navigation />}
          navigationOpen={isNavigationOpen}
          onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
          breadcrumbs={<ShownBreadcrumbs />}
          notifications={<ShownNotifications />}
          stickyNotifications
          toolsHide
          maxContentWidth={Number.MAX_VALUE}
          content={<Pages />}
          ariaLabels={texts.layout}
        />
      </BreadcrumbsProvider>
    </NotificationsProvider>
  );
}
