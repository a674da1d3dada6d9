import type { HeaderList } from '../../../http/index.ts';

/**
 * The console needs its own files and its own server, so a page is told to take nothing else (CSP level 3): a text that gets
 * into a page as markup runs nothing, loads nothing and sends nothing, and no other page frames this one.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes markup or script by any interface of the browser, and nobody may make a policy that lets it (Trusted Types).
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** With every answer below `/console`. */
export const SECURITY_HEADERS: HeaderList = [
  ...['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ...['X-Content-Type-Options', 'nosniff'],
  ...['X-Frame-Options', 'DENY'],
  ...['Referrer-Policy', 'no-referrer'],
  ...['Cross-Origin-Opener-Policy', 'same-origin'],
  ...['Cross-Origin-Resource-Policy', 'same-origin'],
  ...['Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Files below `assets/` have a hash of what they hold in their names. */
export const ASSETS = 'assets/';

/** The page names the assets of its build, so it is asked for each time. */
export function cachingOf(path: string): string {
  if (path.startsWith(ASSETS)) return 'public, max-age=31536000, immutable';
  return path.endsWith('.html') ? 'no-store' : 'no-cache';
}
