import type { Page } from 'playwright-core';
import { credentials, type Key } from '../../support/sallyport.ts';
import { seriousFindings } from './accessibility.ts';

/** Somebody at the console. */
export interface ConsoleUser {
  readonly page: Page;
  /** Opens a page of the console and signs in on the way. @param path below the region, such as `/apis` @param origin of another server than that of all tests */
  signInAt(path: string, key?: Key, origin?: string): Promise<void>;
  /** Goes on to another page without leaving the session, as a link would. */
  goTo(path: string): Promise<void>;
  /** axe-core's findings of serious and critical impact, a line each; of the whole page as it stands. */
  seriousFindings(): Promise<readonly string[]>;
}

const REGION = 'us-east-1';

export function createConsoleUser(page: Page): ConsoleUser {
  return {
    page,
    async signInAt(path, key = credentials, origin = '') {
      await page.goto(`${origin}/console/${REGION}${path}`);
      await page.getByLabel('Access key ID').fill(key.accessKeyId);
      await page.getByLabel('Secret access key').fill(key.secretAccessKey);
      if (key.sessionToken !== undefined) {
        await page.getByText('Temporary credentials').click();
        await page.getByLabel('Session token').fill(key.sessionToken);
      }
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('navigation', { name: 'Side navigation' }).or(page.getByRole('main')).first().waitFor();
      await page.getByLabel('Secret access key').waitFor({ state: 'detached' });
    },
    async goTo(path) {
      // What the history API tells a page; as text, since tests are compiled without a browser's types.
      const address = JSON.stringify(`/console/${REGION}${path}`);
      await page.evaluate(`history.pushState(null, '', ${address}); dispatchEvent(new PopStateEvent('popstate'));`);
    },
    seriousFindings: () => seriousFindings(page),
  };
}
