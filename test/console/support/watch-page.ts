import type { Page } from 'playwright-core';

/** The browser writes one for each answer of 400 and above; what the API refuses, or does not have, is the page's to show, and the test's to see. */
const REFUSED_CALL = /^Failed to load resource: the server responded with a status of (4|501)/;

/** Collects what no page may do. */
export function watchPage(page: Page): { verify(): void } {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedCall(message.text(), message.location().url)) {
      faults.push(`console error: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== new URL(page.url()).hostname && page.url() !== 'about:blank') {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  return {
    verify() {
      if (faults.length > 0) throw new Error(`The page misbehaved:\n${faults.join('\n')}`);
    },
  };
}

function isRefusedCall(text: string, url: string): boolean {
  return REFUSED_CALL.test(text) && !new URL(url).pathname.startsWith('/console/');
}
