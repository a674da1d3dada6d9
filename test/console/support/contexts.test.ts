import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { consoleTests } from './index.ts';

const { server, test } = await consoleTests();

/** What a page of the server finds in its window. */
const FOUND = '[localStorage.length, sessionStorage.length, document.cookie, history.length]';

// One after the other, as tests of a file are: the second has the window of the first.
for (const who of ['first', 'second']) {
  test(`a window is empty for the ${who} who has it`, async ({ user }) => {
    const { page } = user;
    expect(page.context().pages()).toEqual([page]);
    await page.goto(`${server.controlUrl}/console/icon.svg`);
    expect(await page.evaluate(FOUND)).toEqual([0, 0, '', 2]);
    await page.evaluate(`localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b'); document.cookie = 'a=b';`);
    await page.context().newPage();
  });
}

const taken = new Set<BrowserContext>();
for (const who of ['one', 'another']) {
  test.concurrent(`${who} of those at the same time has it alone`, async ({ user }) => {
    const context = user.page.context();
    expect(taken).not.toContain(context);
    taken.add(context);
    await user.page.waitForTimeout(500);
    taken.delete(context);
  });
}
