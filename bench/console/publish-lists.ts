import { publish } from '../support/table.ts';
import type { LongList } from './lists.ts';
import type { Figures } from './measure-list.ts';

/** The most that a list may take: milliseconds, and elements of the document (why so much: bench/README.md). */
const BUDGET = { afterData: 1_000, filtering: 200, paging: 200, sorting: 200, nodes: 4_500 } as const;

type Measured = ReadonlyMap<LongList, readonly Figures[]>;

/** Keeps what was measured in `bench/results/console-lists.md`. */
export async function publishLists(measured: Measured): Promise<void> {
  await publish('console-lists', {
    title: 'Long lists of the console',
    command: 'npm run bench -- console',
    head: [
      'list',
      'items',
      'first',
      'all',
      'after data',
      'reading',
      'paging',
      'typing',
      'sorting',
      'elements',
      'calls',
    ],
    rows: [...measured].map(([list, rounds]) => {
      if (rounds.length === 0) return [list.name, String(list.count), 'not measured'];
      const { first, all, afterData, reading, paging, filtering, sorting, nodes, calls } = best(rounds);
      const tasks = [reading, paging, filtering, ...(list.field === undefined ? [sorting] : [])].map(task);
      return [
        list.name,
        String(list.count),
        ...[first, all, afterData].map((time) => `${time.toFixed(0)} ms`),
        ...(list.field === undefined ? tasks : [...tasks, '-']),
        String(nodes),
        String(calls),
      ];
    }),
    notes: [
      'Best of the rounds, each in a new private window of Chromium without a display that has read nothing yet.',
      '`first`: from the navigation until rows can be used; `all`: until all have come; `after data`: from the end of the last answer until then.',
      '`reading`, `paging`, `typing`, `sorting`: the longest task of the main thread meanwhile. Chromium tells of those of 50 ms and more.',
      'A list to choose from has been read before it is opened: `first` is from the click, `paging` is its opening.',
      ...[...measured.keys()].flatMap(({ name, count, fewer }) =>
        fewer === undefined ? [] : [`${name}: ${count}, since ${fewer}.`],
      ),
    ],
  });
}

/** What does not hold, in words. */
export function overBudget(measured: Measured): readonly string[] {
  return [...measured].flatMap(([{ name }, rounds]) => {
    if (rounds.length === 0) return [`${name}: not measured`];
    const figures = best(rounds);
    return Object.entries(BUDGET)
      .filter(([what, most]) => figures[what as keyof typeof BUDGET] > most)
      .map(([what, most]) => `${name}: ${what} over ${most}`);
  });
}

/** The least of each: whatever else the machine did only adds. */
function best(rounds: readonly Figures[]): Figures {
  const least = (what: keyof Figures): number => Math.min(...rounds.map((round) => round[what]));
  return {
    ...{ first: least('first'), all: least('all'), afterData: least('afterData'), reading: least('reading') },
    ...{ paging: least('paging'), filtering: least('filtering'), sorting: least('sorting') },
    ...{ nodes: least('nodes'), calls: least('calls') },
  };
}

function task(duration: number): string {
  return duration === 0 ? '< 50 ms' : `${duration.toFixed(0)} ms`;
}
