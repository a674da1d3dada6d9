import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Of all files that this process runs. */
let browser: Promise<Browser> | undefined;

/** The private windows of one file's tests. */
export interface Contexts {
  /** One that nobody has, empty as a new one. */
  borrow(): Promise<BrowserContext>;
  /** Empties it for the next test, but for what Chromium has loaded and compiled of the console (docs/decisions/0040). */
  giveBack(context: BrowserContext): Promise<void>;
  close(): Promise<void>;
}

/** @param baseURL of the console's server, the only one that keeps anything in a context */
export function createContexts(baseURL: string): Contexts {
  const idle: BrowserContext[] = [];
  return {
    async borrow() {
      return idle.pop() ?? open(baseURL);
    },
    async giveBack(context) {
      const empty = await context.newPage();
      const session = await context.newCDPSession(empty);
      for (const page of context.pages()) if (page !== empty) await page.close();
      await session.send('Storage.clearDataForOrigin', { origin: baseURL, storageTypes: 'all' });
      await empty.close();
      idle.push(context);
    },
    async close() {
      for (const context of idle) await context.close();
    },
  };
}

async function open(baseURL: string): Promise<BrowserContext> {
  browser ??= chromium.connect(inject('browserUrl'));
  return (await browser).newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
}
