/** Gives the user a file. */
export function download(body: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([body as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name that the server gives a file, without anything that means a folder. */
export function fileName(disposition: string | undefined, otherwise: string): string {
  return /filename="([^"/\\]+)"/.exec(disposition ?? '')?.[1] ?? otherwise;
}
