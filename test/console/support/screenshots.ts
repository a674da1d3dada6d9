import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageRoot } from '../../../src/package/index.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 800, height: 900 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** Where all are written, to be looked at. */
const FOLDER = join(tmpdir(), 'sallyport-console');
/** With what lies below the window's edge. */
const WHOLE = { fullPage: true, animations: 'disabled' } as const;
/** `SALLYPORT_SCREENSHOTS=1`: both widths and themes, and those that documents show. Else one a page, which costs a test little. */
export const isThorough = process.env.SALLYPORT_SCREENSHOTS === '1';
const IMAGES = join(packageRoot, 'docs/images');

/**
 * Takes a page to `NAME-WIDTH-SCHEME.png`, to be looked at.
 * @param isShown whether `docs/images/NAME.png` is wanted
 */
export async function takeScreenshots(page: Page, name: string, isShown = false): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  // What was clicked last may lie far below; a sticky bar would hide what is above.
  await page.evaluate('scrollTo(0, 0)');
  for (const colorScheme of isThorough ? SCHEMES : SCHEMES.slice(0, 1)) {
    await page.emulateMedia({ colorScheme });
    for (const size of isThorough ? SIZES : SIZES.slice(0, 1)) {
      await page.setViewportSize(size);
      // Layouts follow the size a frame or two later.
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(FOLDER, `${name}-${size.width}-${colorScheme}.png`), ...WHOLE });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SIZES[0]);
  if (!isShown || !isThorough) return;
  await mkdir(IMAGES, { recursive: true });
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
}

/** What the user of a test that failed had before his eyes. */
export async function screenshotOfFailure(page: Page, test: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `failed-${test.replaceAll(/[^a-z0-9]+/gi, '-')}.png`) });
}
