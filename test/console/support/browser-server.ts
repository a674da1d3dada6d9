import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the run listens; empty when there is none. */
    readonly browserUrl: string;
  }
}

/** One browser for all files; each test has a context of its own in it, as a new private window. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await chromiumPath();
  if (executablePath === undefined) {
    project.provide('browserUrl', '');
    return async () => undefined;
  }
  const server = await chromium.launchServer({
    executablePath,
    args: ['--disable-dev-shm-usage', '--font-render-hinting=none'],
    // Chromium's own sandbox does not start for root, as whom containers of CI run.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  project.provide('browserUrl', server.wsEndpoint());
  return () => server.close();
}
