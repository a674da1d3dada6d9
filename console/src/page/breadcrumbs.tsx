import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useHref } from '../routing/index.ts';

export interface Crumb {
  readonly text: string;
  /** A page's path. */
  readonly path: string;
}

interface Trail {
  readonly crumbs: readonly Crumb[];
  set(crumbs: readonly Crumb[]): void;
}

const TrailContext = createContext<Trail>({ crumbs: [], set: () => undefined });

/** The page says where it stands; the layout shows it in another place. */
export function BreadcrumbsProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  const trail = useMemo(() => ({ crumbs, set }), [crumbs]);
  return <TrailContext.Provider value={trail}>{children}</TrailContext.Provider>;
}

/** @param title the page's own, which leads nowhere */
export function useBreadcrumbs(crumbs: readonly Crumb[], title: string): void {
  const { set } = useContext(TrailContext);
  // Pages write their trail in place, a new array at every rendering.
  const text = JSON.stringify([...crumbs, { text: title, path: '' }]);
  useEffect(() => set(JSON.parse(text)), [set, text]);
}

export function ShownBreadcrumbs(): JSX.Element {
  const { crumbs } = useContext(TrailContext);
  const href = useHref();
  return <BreadcrumbGroup items={crumbs.map(({ text, path }) => ({ text, href: path === '' ? '#' : href(path) }))} />;
}
