import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { BASE } from '../routing/base.ts';

/**
 * Makes plain clicks on links within the console navigation without a reload, which would sign out: of every component that
 * takes an `href`, with no code at any of them. Clicks that open a new tab stay the browser's.
 */
export function useFollowLinks(): void {
  useEffect(() => {
    // Of the document: dialogs and menus stand outside of the console's frame.
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || isForBrowser(event, link)) return;
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}

function isForBrowser(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return true;
  if (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return true;
  return link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`);
}
