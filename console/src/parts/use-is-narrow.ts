import { useSyncExternalStore } from 'react';

/** Where the side navigation, open, leaves a page less than 800 pixels. */
const NARROW = '(max-width: 1080px)';

/** Whether the window has no room for what can be done without. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
