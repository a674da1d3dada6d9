/** Where the pages of functions are. @param qualifier a version or an alias */
export function functionPath(name: string, tab = '', qualifier = ''): string {
  const query = new URLSearchParams({ ...(qualifier && { qualifier }), ...(tab && { tab }) }).toString();
  return `/functions/${encodeURIComponent(name)}${query && `?${query}`}`;
}
