import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type JSX,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { missingAction } from '../aws/index.ts';
import { shell as texts } from '../texts/en/shell.ts';

/** Actions whose refusal the page itself shows; one a place that shows it. */
interface Shown {
  readonly actions: readonly string[];
  add(action: string): () => void;
}

const ShownContext = createContext<Shown>({ actions: [], add: () => () => undefined });

/** Says below a page what it lacks without saying so: a list to choose from that may not be read, names in place of ids. */
export function MissingRights({ children }: { readonly children: ReactNode }): JSX.Element {
  const [actions, setActions] = useState<readonly string[]>([]);
  const add = useCallback((action: string) => {
    setActions((before) => [...before, action]);
    return () => setActions((before) => before.toSpliced(before.indexOf(action), 1));
  }, []);
  const shown = useMemo(() => ({ actions, add }), [actions, add]);
  const unsaid = useRefusedActions().filter((action) => !actions.includes(action));
  return (
    <ShownContext.Provider value={shown}>
      {children}
      {unsaid.length > 0 && (
        <Box margin={{ top: 'l' }}>
          <Alert type="info" header={texts.missingRights.title}>
            {texts.missingRights.text(unsaid.join(', '))}
          </Alert>
        </Box>
      )}
    </ShownContext.Provider>
  );
}

/** Tells the page that a refusal is shown. @param action that is missing */
export function useShownRefusal(action: string | undefined): void {
  const { add } = useContext(ShownContext);
  useEffect(() => (action === undefined ? undefined : add(action)), [action, add]);
}

/** What IAM refused of all that is read for what is on the screen. */
function useRefusedActions(): readonly string[] {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  // As one text, which is the same as long as it says the same.
  const text = useSyncExternalStore(subscribe, () => refusedIn(cache));
  return text === '' ? [] : text.split(' ');
}

function refusedIn(cache: QueryCache): string {
  const actions = cache
    .findAll({ type: 'active' })
    .map(({ state }) => state.error && missingAction(state.error))
    .filter((action) => typeof action === 'string');
  return [...new Set(actions)].sort().join(' ');
}
