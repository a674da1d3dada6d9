/** Where the pages of alarms are; names may hold slashes, so they stand in the query. */
export function alarmPath(name: string): string {
  return `/alarms/alarm?name=${encodeURIComponent(name)}`;
}

export function editPath(name: string): string {
  return `/alarms/edit?name=${encodeURIComponent(name)}`;
}
