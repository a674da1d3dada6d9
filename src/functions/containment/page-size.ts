import { ResidentMemory } from './resident-memory.ts';

let pageBytes: number | undefined;

/** Pages, as the kernel counts memory, in bytes: 4 KB each, and up to 64 KB on ARM. */
export function bytesOfPages(pages: number): number {
  // Node.js tells by bytes what this process takes, which it knows in pages, too.
  pageBytes ??= 2 ** Math.round(Math.log2(process.memoryUsage.rss() / (ownPages() ?? Number.NaN)));
  return pages * pageBytes;
}

function ownPages(): number | undefined {
  const memory = new ResidentMemory();
  try {
    return memory.pagesOf(process.pid);
  } finally {
    memory.close();
  }
}
