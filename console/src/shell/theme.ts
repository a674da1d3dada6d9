import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** `system` follows what the user chose for all programs. */
export type Theme = 'system' | 'light' | 'dark';

const STORED = 'sallyport.theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme): void {
  localStorage.setItem(STORED, theme);
  show(theme);
}

function show(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  // Scroll bars and the browser's own controls.
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', () => show(storedTheme()));
