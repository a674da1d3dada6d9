import { useState } from 'react';
import { useAws, useSession } from '../../../session/index.ts';
import { readEvents, type SavedEvents, writeEvents } from './saved-events.ts';

interface KeptEvents {
  readonly events: SavedEvents;
  /** @throws {DOMException} when the browser's storage is full or shut */
  save(name: string, event: string): void;
  forget(name: string): void;
}

/** The events that are kept in this browser for a function, until somebody deletes them. */
export function useSavedEvents(functionName: string): KeptEvents {
  const { region } = useAws();
  const account = useSession().signedIn?.identity.account ?? '';
  const place = { account, region, functionName };
  const [events, setEvents] = useState(() => readEvents(place));
  const change = (next: SavedEvents): void => {
    writeEvents(place, next);
    setEvents(next);
  };
  return {
    events,
    save: (name, event) => change({ ...events, [name]: event }),
    forget: (name) => change(Object.fromEntries(Object.entries(events).filter(([each]) => each !== name))),
  };
}
