/** The command that calls an address. What a shell would read in it is quoted, the braces of path parameters among it. */
export function curlOf(url: string, method: string): string {
  const quoted = /^[\w.~:/?&=%@-]*$/.test(url) && !url.includes('&') ? url : `'${url.replaceAll("'", "'\\''")}'`;
  return method === 'GET' || method === 'ANY' ? `curl ${quoted}` : `curl -X ${method} ${quoted}`;
}
