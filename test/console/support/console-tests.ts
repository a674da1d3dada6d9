import { type Browser, chromium } from 'playwright-core';
import { afterAll, test as base, inject, type TestAPI } from 'vitest';
import { type Sallyport, startSallyport } from '../../support/sallyport.ts';
import { type ConsoleUser, createConsoleUser } from './console-user.ts';
import { screenshotOfFailure } from './screenshots.ts';
import { watchPage } from './watch-page.ts';

interface Fixtures {
  readonly user: ConsoleUser;
}

interface ConsoleTests {
  /** The server of this file's tests. None is shared between files: pages list what is there, and what others leave would decide what a list shows first. */
  readonly server: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'>;
  /** Vitest's `test` with a page at that server; a new browser context for each. */
  readonly test: TestAPI<Fixtures>;
}

/** Of all files that this process runs. */
let browser: Promise<Browser> | undefined;

/** What the tests of one file need; called once, before its first test. */
export async function consoleTests(): Promise<ConsoleTests> {
  const server = await startSallyport(['--ephemeral']);
  afterAll(() => server.stop());
  const test = base.extend<Fixtures>({
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
      if (task.result?.state === 'fail') await screenshotOfFailure(page, task.name);
      await context.close();
      // Also after a failure: it is often why.
      watch.verify();
    },
  });
  return { server, test };
}
