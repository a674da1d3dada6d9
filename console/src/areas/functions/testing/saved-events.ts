/** Events that a user has kept, by their names. */
export type SavedEvents = Readonly<Record<string, string>>;

/** Whose function it is, so that another account's events are not offered. */
export interface EventPlace {
  readonly account: string;
  readonly region: string;
  readonly functionName: string;
}

function keyOf({ account, region, functionName }: EventPlace): string {
  return `sallyport.events.${account}.${region}.${functionName}`;
}

/** What the browser keeps for a function; what somebody else wrote there counts for nothing. */
export function readEvents(place: EventPlace): SavedEvents {
  try {
    // A browser that keeps nothing refuses the storage itself.
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** @throws {DOMException} when the browser's storage is full or shut */
export function writeEvents(place: EventPlace, events: SavedEvents): void {
  if (Object.keys(events).length === 0) localStorage.removeItem(keyOf(place));
  else localStorage.setItem(keyOf(place), JSON.stringify(events));
}
