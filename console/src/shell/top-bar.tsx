import TopNavigation from '@cloudscape-design/components/top-navigation';
import { type JSX, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { BASE } from '../routing/base.ts';
import { useHref, useRegion } from '../routing/index.ts';
import { useSession } from '../session/index.ts';
import { REGIONS } from '../texts/en/regions.ts';
import { shell as texts } from '../texts/en/shell.ts';
import { applyTheme, storedTheme, type Theme } from './theme.ts';
import styles from './top-bar.module.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Region, theme, and who is signed in. */
export function TopBar({ id }: { readonly id: string }): JSX.Element {
  const region = useRegion();
  const href = useHref();
  const { signedIn, signOut } = useSession();
  const [theme, setTheme] = useState(storedTheme);
  const { account, arn } = signedIn?.identity ?? { account: '', arn: '' };
  const choose = (chosen: Theme): void => {
    applyTheme(chosen);
    setTheme(chosen);
  };
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
            ariaLabel: texts.topBar.theme,
            title: texts.topBar.theme,
            items: THEMES.map((each) => ({
              id: each,
              text: texts.topBar.themes[each],
              ...(each === theme && { iconName: 'check' as const }),
            })),
            onItemClick: ({ detail }) => choose(detail.id as Theme),
          },
          {
            type: 'menu-dropdown',
            text: nameOf(arn),
            description: account,
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
