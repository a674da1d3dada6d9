import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Exchange, HeaderList } from '../../../http/index.ts';
import { indexHeaders } from '../../../sigv4/index.ts';
import { chooseEncoding, ENCODINGS } from './encoding.ts';
import { ASSETS, cachingOf, SECURITY_HEADERS } from './headers.ts';
import { type ConsoleFile, type ConsoleFiles, createListing } from './list-files.ts';

const ROOT = '/console/';
const PAGE = 'index.html';
const NOT_BUILT =
  'The console is not part of this installation: dist/console is not there. `npm run build` makes it.\n';
/** Steps upwards and ends of strings, also encoded: no address of the console's has any. */
const STRANGE = /(^|\/)(\.|%2e){1,2}(\/|$)|%00|%5c/i;

/**
 * Answers requests for the console's files. A path is looked up among the files that were found in the folder, and never made
 * into a path of the file system.
 * @param folder the console as it was built
 */
export function createFileServer(
  folder: string,
  onError: (error: unknown) => void,
): (exchange: Exchange, path: string) => void {
  const listing = createListing(folder);

  async function answer(exchange: Exchange, path: string): Promise<void> {
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD')
      return refuse(exchange, 405, 'Only read the console.\n');
    if (!path.startsWith(ROOT)) return redirectToConsole(exchange);
    const files = await listing.files();
    if (files === undefined) return refuse(exchange, 404, NOT_BUILT);
    const headers = indexHeaders(exchange.headers);
    const name = path.slice(ROOT.length);
    const found = nameOf(files, name, headers.get('sec-fetch-dest')?.[0]);
    const file = found === undefined ? undefined : files.get(found);
    if (found === undefined || file === undefined) return refuse(exchange, 404, 'The console has no such file.\n');
    await send(exchange, file, cachingOf(found), headers.get('accept-encoding')?.join(',') ?? '');
  }

  return (exchange, path) => {
    answer(exchange, path).catch((error: unknown) => {
      if (exchange.signal.aborted) return;
      onError(error);
      refuse(exchange, 500, 'The file could not be read; Sallyport’s log says why.\n');
    });
  };
}

/** Where somebody is sent who came by another way. */
export function redirectToConsole(exchange: Exchange): void {
  exchange.respond(302, ['Location', ROOT, 'Cache-Control', 'no-store', ...SECURITY_HEADERS], Buffer.alloc(0));
}

/** The pages of the console have addresses below it, and are all made by one file; what a page loads is a file or nothing. */
function nameOf(files: ConsoleFiles, name: string, loadedAs: string | undefined): string | undefined {
  if (files.has(name)) return name;
  const isPage = loadedAs === undefined || loadedAs === 'document' || loadedAs === 'empty';
  return isPage && !name.startsWith(ASSETS) && !STRANGE.test(name) ? PAGE : undefined;
}

async function send(exchange: Exchange, file: ConsoleFile, caching: string, accepted: string): Promise<void> {
  const encoding = chooseEncoding(accepted, file.encodings);
  const suffix = ENCODINGS.find(({ name }) => name === encoding)?.suffix ?? '';
  const body = await read(file.path + suffix);
  const headers: HeaderList = [
    ...['Content-Type', file.mediaType, 'Cache-Control', caching],
    ...(file.encodings.size > 0 ? ['Vary', 'Accept-Encoding'] : []),
    ...(encoding === undefined ? [] : ['Content-Encoding', encoding]),
    ...SECURITY_HEADERS,
  ];
  exchange.respond(200, headers, body);
}

/** A link that took a file's place since it was listed is not followed. */
async function read(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function refuse(exchange: Exchange, status: number, text: string): void {
  const headers: HeaderList = [
    ...['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store'],
    ...(status === 405 ? ['Allow', 'GET, HEAD'] : []),
    ...SECURITY_HEADERS,
  ];
  exchange.respond(status, headers, Buffer.from(text));
}
