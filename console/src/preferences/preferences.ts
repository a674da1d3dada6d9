import { useSyncExternalStore } from 'react';

/** All that can be chosen, the default first. */
export const CHOICES = {
  /** `system` follows what the user chose for all programs. */
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  zone: ['local', 'utc'],
  clock: ['h23', 'h12'],
} as const;

type Choices = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

export interface Preferences extends Choices {
  /** Where the console opens; empty for where the user was last. */
  readonly region: string;
}

/** Of this browser, for everybody who uses it; nothing in it is secret. */
const STORED = 'sallyport.preferences';
const listeners = new Set<() => void>();
/** Read when it is first asked for, so that what imports this file runs outside of a browser too. */
let current: Preferences | undefined;

/** As they are now. Components that show them use `usePreferences`. */
export function preferences(): Preferences {
  current ??= read(localStorage.getItem(STORED));
  return current;
}

export function usePreferences(): readonly [Preferences, set: (changes: Partial<Preferences>) => void] {
  return [useSyncExternalStore(subscribe, preferences), change];
}

/** @returns how to end it */
export function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', readAgain);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', readAgain);
  };
}

function change(changes: Partial<Preferences>): void {
  current = { ...preferences(), ...changes };
  localStorage.setItem(STORED, JSON.stringify(current));
  for (const listener of listeners) listener();
}

/** What was chosen in another tab. */
function readAgain({ key, newValue }: StorageEvent): void {
  if (key !== STORED) return;
  current = read(newValue);
  for (const listener of listeners) listener();
}

/** Anybody may have written there: what is no choice is the default. */
function read(text: string | null): Preferences {
  const stored = parsed(text);
  return {
    theme: oneOf(CHOICES.theme, stored.theme),
    density: oneOf(CHOICES.density, stored.density),
    zone: oneOf(CHOICES.zone, stored.zone),
    clock: oneOf(CHOICES.clock, stored.clock),
    region: typeof stored.region === 'string' ? stored.region : '',
  };
}

function oneOf<T extends string>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((each) => each === value) ?? choices[0];
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
