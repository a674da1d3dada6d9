import { useCallback } from 'react';
import { useParams, useSearch } from 'wouter';
import { navigate as browserNavigate } from 'wouter/use-browser-location';
import { BASE } from './base.ts';
import { useRegion } from './region.tsx';

/** Makes a page's path an address, for `href`: `href('/apis')`. Clicks on such links are navigation (shell/follow-links.ts). */
export function useHref(): (path: string) => string {
  const region = useRegion();
  return useCallback((path) => `${BASE}/${region}${path}`, [region]);
}

/** Goes to a page's path. */
export function useNavigate(): (path: string, options?: { readonly replace?: boolean }) => void {
  const href = useHref();
  return useCallback((path, options) => browserNavigate(href(path), options), [href]);
}

/** A part of the path of the page's route: `usePageParams('apiId')`. */
export function usePageParams<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  const params = useParams<Record<string, string>>();
  return Object.fromEntries(names.map((name) => [name, unescaped(params[name] ?? '')])) as Record<Name, string>;
}

/** What `encodeURIComponent` escapes and the router, which decodes whole paths, leaves so: the `$` of `$default` among it. */
function unescaped(part: string): string {
  return part.replaceAll(/%(?:2[346BCF]|3[ABDF]|40)/gi, decodeURIComponent);
}

/** One parameter of the query, for what a link should bring back: a tab, a search. Setting it adds no entry to the history. */
export function useQueryParam(name: string): readonly [value: string, set: (value: string) => void] {
  const search = useSearch();
  const set = useCallback(
    (value: string) => {
      const query = new URLSearchParams(location.search);
      if (value === '') query.delete(name);
      else query.set(name, value);
      const text = query.toString();
      // The path as it is written: what wouter gives is decoded.
      browserNavigate(`${location.pathname}${text === '' ? '' : `?${text}`}`, { replace: true });
    },
    [name],
  );
  return [new URLSearchParams(search).get(name) ?? '', set];
}
