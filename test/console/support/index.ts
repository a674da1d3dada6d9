/**
 * A test of the console: a page of the system's Chromium at a real Sallyport. `test('...', async ({ user }) => {...})` fails by
 * itself when the page wrote an error to the browser's console, broke its own policy or asked another host for anything.
 */
export { consoleTests } from './console-tests.ts';
export type { ConsoleUser } from './console-user.ts';
export { isThorough, takeScreenshots } from './screenshots.ts';
