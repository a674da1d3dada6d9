/** What the user of this browser prefers: how the console looks, how it writes times, and where it opens. */
export { applyAppearance } from './appearance.ts';
export { CHOICES, type Preferences, preferences, usePreferences } from './preferences.ts';
export { timeFormat } from './time-format.ts';
