import { expect, it } from 'vitest';
import { fileOf, textOf } from './code-file.ts';
import { readZip, writeZip, ZipError } from './zip.ts';

it('gives back what was written, with the modes of files that can be run', async () => {
  const files = [fileOf('bootstrap', '#!/bin/sh\n', 0o100755), fileOf('lib/ä.mjs', 'export {};\n')];
  expect(await readZip(await writeZip(files))).toEqual(files);
});

it('makes the same zip file of the same files', async () => {
  const files = [fileOf('index.mjs', 'x')];
  expect(await writeZip(files)).toEqual(await writeZip(files));
});

it('refuses what is no zip file, and what would fill the memory', async () => {
  await expect(readZip(new Uint8Array([1, 2, 3]))).rejects.toBeInstanceOf(ZipError);
  await expect(readZip(claiming(await writeZip([fileOf('zeros', '')]), 60_000_000))).rejects.toBeInstanceOf(ZipError);
});

it('knows text from other bytes', () => {
  expect(textOf(fileOf('a', 'ä'))).toBe('ä');
  expect(textOf({ ...fileOf('a', ''), bytes: new Uint8Array([0xff, 0xfe]) })).toBeUndefined();
  expect(textOf({ ...fileOf('a', ''), bytes: new Uint8Array([65, 0, 66]) })).toBeUndefined();
});

/** The zip file with another size of its only entry, as the central directory tells it (PKWARE APPNOTE, section 4.3.12). */
function claiming(zip: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  view.setUint32(Buffer.from(zip).indexOf('PK\x01\x02', 'latin1') + 24, bytes, true);
  return zip;
}
