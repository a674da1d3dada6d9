import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type JSX, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { shell as texts } from '../texts/en/shell.ts';

interface Notification {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly header?: string;
  readonly content: ReactNode;
}

type Notify = (notification: Notification) => void;

/** Older ones are dropped: nobody reads a tower of them. */
const SHOWN = 5;
const SUCCESS_SHOWN_MS = 10_000;
const NotifyContext = createContext<Notify>(() => undefined);
const ItemsContext = createContext<readonly FlashbarProps.MessageDefinition[]>([]);

/** What was done, told above the page until it is dismissed or superseded. Failures belong beside what was tried. */
export function NotificationsProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [items, setItems] = useState<readonly (Notification & { readonly id: string })[]>([]);
  const notify = useCallback<Notify>((notification) => {
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
    // One success follows another; what went wrong stays until somebody has read it.
    const isKept = (item: Notification): boolean => notification.type !== 'success' || item.type !== 'success';
    setItems((before) => [{ ...notification, id }, ...before.filter(isKept)].slice(0, SHOWN));
    if (notification.type !== 'success') return;
    setTimeout(() => setItems((before) => before.filter((item) => item.id !== id)), SUCCESS_SHOWN_MS);
  }, []);
  const shown = useMemo(
    () =>
      items.map((item) => ({
        ...item,
        dismissible: true,
        dismissLabel: texts.dismiss,
        onDismiss: () => setItems((before) => before.filter(({ id }) => id !== item.id)),
      })),
    [items],
  );
  return (
    <NotifyContext.Provider value={notify}>
      <ItemsContext.Provider value={shown}>{children}</ItemsContext.Provider>
    </NotifyContext.Provider>
  );
}

export function ShownNotifications(): JSX.Element {
  const items = useContext(ItemsContext);
  return <Flashbar items={items} stackItems i18nStrings={texts.notifications} />;
}

export function useNotify(): Notify {
  return useContext(NotifyContext);
}
