import { type Browser, chromium } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { type ConsoleUser, createConsoleUser } from './console-user.ts';
import { screenshotOfFailure } from './screenshots.ts';
import { server } from './server.ts';
import { watchPage } from './watch-page.ts';

export { expect } from 'vitest';

interface Fixtures {
  readonly user: ConsoleUser;
}

let browser: Promise<Browser> | undefined;

/** Vitest's `test` with a page; a new browser context for each. */
export const test = base.extend<Fixtures>({
  user: async ({ task, skip }, use) => {
    if (inject('browserUrl') === '') skip('Chromium is not on the PATH');
    browser ??= chromium.connect(inject('browserUrl'));
    const context = await (await browser).newContext({
      baseURL: server.controlUrl,
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'UTC',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const watch = watchPage(page);
    await use(createConsoleUser(page));
    const hasFailed = task.result?.state === 'fail';
    if (hasFailed) await screenshotOfFailure(page, task.name);
    await context.close();
    // Also after a failure: it is often why.
    watch.verify();
  },
});
