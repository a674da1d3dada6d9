import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import type { JSX } from 'react';
import { useLocation } from 'wouter';
import { type KnownApi, useApi } from '../data/index.ts';
import { routes } from '../routes.ts';
import { useHref } from '../routing/index.ts';
import { navigation as texts } from '../texts/en/navigation.ts';
import { apiOfPath, isOf } from './api-pages.ts';
import { apiMenu, MENU, type MenuEntry, type MenuSection } from './menu.ts';

/** The side navigation: the sections of the menu, and within an API its own pages first. */
export function Navigation(): JSX.Element {
  const [path] = useLocation();
  const href = useHref();
  const apiId = apiOfPath(path);
  const link = ({ text, path: to }: MenuEntry): SideNavigationProps.Item => ({ type: 'link', text, href: href(to) });
  const section = ({ text, entries }: MenuSection): SideNavigationProps.Item => ({
    type: 'section',
    text,
    items: entries.map(link),
  });
  const { data: api, isPending } = useApi(apiId);
  const protocol = api?.protocol ?? 'REST';
  const apiEntries = apiId === '' || isPending ? [] : known(apiMenu({ id: apiId, protocol }), protocol);
  return (
    <SideNavigation
      header={{ text: texts.title, href: href('/apis') }}
      activeHref={href(activePath(path, [...apiEntries, ...MENU.flatMap(({ entries }) => entries)]))}
      items={[
        ...(apiEntries.length > 0
          ? [section({ text: texts.thisApi(api?.name ?? apiId), entries: apiEntries }), DIVIDER]
          : []),
        ...MENU.map((each) => ({ ...each, entries: known(each.entries) }))
          .filter(({ entries }) => entries.length > 0)
          .map(section),
      ]}
    />
  );
}

const DIVIDER: SideNavigationProps.Item = { type: 'divider' };

/** Only what has a page is offered. */
function known(entries: readonly MenuEntry[], protocol: KnownApi['protocol'] = 'REST'): readonly MenuEntry[] {
  const offered = routes.filter((route) => isOf(route, protocol));
  return entries.filter(({ path }) => offered.some((route) => fits(route.path, path)));
}

/** Whether a page's path such as `/apis/:apiId/resources/:resourceId?` fits an address such as `/apis/abc/resources`. */
function fits(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const patternParts = pattern.split('/').filter((part) => !part.endsWith('?'));
  return (
    parts.length === patternParts.length &&
    patternParts.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

/** The longest entry that the page stands below. */
function activePath(path: string, entries: readonly MenuEntry[]): string {
  const above = entries.map((entry) => entry.path).filter((entry) => path === entry || path.startsWith(`${entry}/`));
  return above.sort((a, b) => b.length - a.length)[0] ?? path;
}
