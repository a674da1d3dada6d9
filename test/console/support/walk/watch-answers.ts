import type { Page, Response } from 'playwright-core';

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
    const answer = bodyOf(response).then((body) => [response.url(), body] as const);
    // Whoever asks for the answers hears of it.
    answer.catch(() => undefined);
    bodies.push(answer);
  });
  return async () => {
    const answers = await Promise.all(bodies);
    bodies = [];
    const refused = answers.flatMap(([, body]) => REFUSED.exec(body)?.[1] ?? []);
    const telling = answers.filter(([, body]) => body.includes(secret)).map(([url]) => url);
    return { refused: [...new Set(refused)], telling };
  };
}

/** The browser forgets a body that the page was left for another before; the same call is made again then, which only reads. */
async function bodyOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    const request = response.request();
    const again = await request.frame().page().request.fetch(request);
    return again.text();
  }
}
