import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { preferences, subscribe } from './preferences.ts';

/** Shows the console in the theme and density that are preferred, from now on. */
export function applyAppearance(): void {
  show();
  subscribe(show);
  systemIsDark().addEventListener('change', show);
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function show(): void {
  const { theme, density } = preferences();
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark().matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
  // Scroll bars and the browser's own controls.
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
}
