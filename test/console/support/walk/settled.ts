import type { Page, Request } from 'playwright-core';

const MOST_MS = 20_000;
/**
 * Waits until the document has not changed for 120 ms (a second at most: some pages tick), and tells whether it still says that it loads.
 * By timers alone: neither frames nor idle time come reliably to a page that nobody looks at.
 */
const QUIET = `new Promise((done) => {
  let timer;
  const end = () => { observer.disconnect(); done(/^Loading$/m.test(document.body.innerText)); };
  const again = () => { clearTimeout(timer); timer = setTimeout(end, 120); };
  const observer = new MutationObserver(again);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  setTimeout(end, 1000);
  again();
})`;

/** Counts what a page asks the server for, so that one can wait until it has all of it and has shown it. */
export function watchCalls(page: Page): { settled(): Promise<void> } {
  const running = new Set<Request>();
  let begun = 0;
  page.on('request', (request) => {
    running.add(request);
    begun += 1;
  });
  page.on('requestfinished', (request) => running.delete(request));
  page.on('requestfailed', (request) => running.delete(request));
  return {
    async settled() {
      const until = Date.now() + MOST_MS;
      for (let isResting = false; !isResting; ) {
        if (Date.now() > until) throw new Error(`${page.url()} does not come to rest: ${[...running][0]?.url()}`);
        const before = begun;
        const isLoading = await page.evaluate<boolean>(QUIET);
        isResting = !isLoading && running.size === 0 && begun === before;
      }
    },
  };
}
