import type { Page } from 'playwright-core';

/** What the server told a page since it was asked last. */
export interface Answers {
  /** Actions that were refused, as the message names them. */
  readonly refused: readonly string[];
  /** Addresses of calls whose answer holds the word that only what is hidden says. */
  readonly telling: readonly string[];
}

const REFUSED = /not authorized to perform: ([\w:]+)/;

/** Reads every answer of an API. @param secret what none may say */
export function watchAnswers(page: Page, secret: string): () => Promise<Answers> {
  let bodies: Promise<readonly [url: string, body: string]>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/console/')) return;
    bodies.push(response.text().then((body) => [response.url(), body] as const));
  });
  return async () => {
    const answers = await Promise.all(bodies);
    bodies = [];
    const refused = answers.flatMap(([, body]) => REFUSED.exec(body)?.[1] ?? []);
    const telling = answers.filter(([, body]) => body.includes(secret)).map(([url]) => url);
    return { refused: [...new Set(refused)], telling };
  };
}
