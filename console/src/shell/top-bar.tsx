import TopNavigation from '@cloudscape-design/components/top-navigation';
import type { JSX } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { CHOICES, type Preferences, usePreferences } from '../preferences/index.ts';
import { BASE } from '../routing/base.ts';
import { useHref, useRegion } from '../routing/index.ts';
import { useSession } from '../session/index.ts';
import { REGIONS } from '../texts/en/regions.ts';
import { shell as texts } from '../texts/en/shell.ts';
import styles from './top-bar.module.css';

/** Region, preferences, and who is signed in. */
export function TopBar({ id }: { readonly id: string }): JSX.Element {
  const region = useRegion();
  const href = useHref();
  const { signedIn, signOut } = useSession();
  const [{ theme }, prefer] = usePreferences();
  const { account, arn } = signedIn?.identity ?? { account: '', arn: '' };
  const regions = Object.entries(REGIONS[region] === undefined ? { [region]: region, ...REGIONS } : REGIONS);
  return (
    <div id={id} className={styles.bar}>
      <TopNavigation
        identity={{ title: texts.product, href: href('/apis') }}
        utilities={[
          {
            type: 'menu-dropdown',
            text: region,
            ariaLabel: texts.topBar.region(region),
            items: regions.map(([code, name]) => ({ id: code, text: name, secondaryText: code })),
            onItemClick: ({ detail }) => navigate(`${BASE}/${detail.id}/apis`),
          },
          {
            type: 'menu-dropdown',
            iconName: 'settings',
            ariaLabel: texts.topBar.settings,
            title: texts.topBar.settings,
            items: [
              {
                id: 'theme',
                text: texts.topBar.theme,
                items: CHOICES.theme.map((each) => ({
                  id: each,
                  text: texts.topBar.themes[each],
                  ...(each === theme && { iconName: 'check' as const }),
                })),
              },
              { id: '/preferences', text: texts.topBar.preferences },
              { id: '/about', text: texts.topBar.about },
            ],
            onItemClick: ({ detail }) => {
              if (detail.id.startsWith('/')) navigate(href(detail.id));
              else prefer({ theme: detail.id as Preferences['theme'] });
            },
          },
          {
            type: 'menu-dropdown',
            text: nameOf(arn),
            description: texts.topBar.account(account),
            iconName: 'user-profile',
            items: [
              { id: 'credentials', text: texts.topBar.credentials },
              { id: 'sign-out', text: texts.topBar.signOut },
            ],
            onItemClick: ({ detail }) => (detail.id === 'sign-out' ? signOut() : navigate(href('/iam/credentials'))),
          },
        ]}
      />
    </div>
  );
}

/** `root`, a user's name, or a role with its session's name. */
function nameOf(arn: string): string {
  return arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^(user|assumed-role)\//, '');
}
