import { requestCost } from './logs/request-cost.ts';
import { storeFigures } from './logs/store-figures.ts';
import { publish } from './support/table.ts';

/** Log events: how many a core takes, how soon a search answers, and what a logged request costs. */
export default async function logs(): Promise<void> {
  const store = await storeFigures();
  const cost = await requestCost();
  await publish('logs', {
    title: 'Log events',
    head: ['what', 'measured', 'limit'],
    rows: [...store.rows, ...cost.rows],
    notes: [...store.notes, ...cost.notes],
  });
}
