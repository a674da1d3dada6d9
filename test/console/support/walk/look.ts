import type { Page } from 'playwright-core';

/** What somebody sees of a page, and what its document holds besides. */
export interface Look {
  /** With what code editors show. */
  readonly text: string;
  /** The whole document as markup, with inputs' values. */
  readonly content: string;
  readonly title: string;
  readonly headings: number;
  /** What ErrorAlert and its like show. */
  readonly errors: readonly string[];
}

// As text, since tests are compiled without a browser's types.
const LOOK = `(() => {
  const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
  const inside = roots.map((root) => root.textContent).join('\\n');
  const values = [...document.querySelectorAll('input, textarea')].map((field) => field.value).join('\\n');
  const alerts = [...document.querySelectorAll('[class*="awsui_type-error"]')];
  return {
    text: document.body.innerText + '\\n' + inside,
    content: [document.documentElement.outerHTML, inside, values].join('\\n'),
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    errors: alerts.map((alert) => alert.innerText),
  };
})()`;

export function look(page: Page): Promise<Look> {
  return page.evaluate<Look>(LOOK);
}
