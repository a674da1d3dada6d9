import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Comes back to the page as from another window until it has read something again, as it does of what is some seconds old. */
export async function readAgain(page: Page, path: string): Promise<void> {
  let isRead = false;
  page.on('response', (response) => {
    isRead ||= response.url().includes(path);
  });
  const comeBack = async (): Promise<boolean> => {
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    return isRead;
  };
  await expect.poll(comeBack, { timeout: 20_000, interval: 500 }).toBe(true);
}
