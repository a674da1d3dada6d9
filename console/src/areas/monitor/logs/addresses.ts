/** Where the pages of logs are; names of groups hold slashes, so they stand in the query. */
export function groupPath(group: string): string {
  return `/log-groups/group?name=${encodeURIComponent(group)}`;
}

export function streamPath(group: string, stream: string): string {
  return `${groupPath(group)}&tab=events&stream=${encodeURIComponent(stream)}`;
}

export function liveTailPath(group: string): string {
  return `/live-tail?groups=${encodeURIComponent(group)}`;
}

export function insightsPath(group: string): string {
  return `/logs-insights?groups=${encodeURIComponent(group)}`;
}
