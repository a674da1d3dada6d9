import type { ConsoleUser } from '../console-user.ts';
import { type Look, look } from './look.ts';
import { watchCalls } from './settled.ts';

/** What is wrong with a page, beside what is wrong with any. */
export type FaultsOf = (address: string, seen: Look) => Promise<readonly string[]>;

/** Opens one page after the other as links would, within the session, and tells what is wrong with each; a line a fault. */
export async function walk(
  user: ConsoleUser,
  addresses: readonly string[],
  faultsOf: FaultsOf,
): Promise<readonly string[]> {
  const { settled } = watchCalls(user.page);
  const faults: string[] = [];
  for (const address of addresses) {
    await user.goTo(address);
    await settled();
    const seen = await look(user.page);
    const found = [...faultsOfAny(seen), ...(await faultsOf(address, seen))];
    faults.push(...found.map((fault) => `${address}: ${fault}`));
  }
  return faults;
}

function faultsOfAny({ title, headings, text, errors }: Look): readonly string[] {
  return [
    ...(title.endsWith(' | Sallyport') ? [] : [`title: ${title}`]),
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
    ...(text.includes('Page not found') ? ['no page has this address'] : []),
    ...(text.includes('This page failed') ? [`a defect: ${errors}`] : []),
  ];
}
