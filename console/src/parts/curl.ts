/** The command that calls an address. What a shell would read in it is quoted, the braces of path parameters among it. */
export function curlOf(url: string, method: string): string {
  return method === 'GET' || method === 'ANY' ? `curl ${quoted(url)}` : `curl -X ${method} ${quoted(url)}`;
}

/** An address as one word of a shell. */
export function quoted(url: string): string {
  return /^[\w.~:/?=%@-]*$/.test(url) ? url : `'${url.replaceAll("'", "'\\''")}'`;
}
