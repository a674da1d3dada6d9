import { lengthViolations, patternViolations, type Violation } from '../../../aws/index.ts';
import type { LogGroupRef } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';

const FILTER_NAME = { test: /^[^:*]*$/, text: '[^:*]*' };

/** What stands before the names of a group's filters in the ids of their documents: a group's name has no colon. */
export function filterPrefix({ name }: LogGroupRef): string {
  return `${name}:`;
}

export function filterId(group: LogGroupRef, filterName: string): string {
  return `${filterPrefix(group)}${filterName}`;
}

/** The group of a filter by the filter's id. */
export function groupOfFilter(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

export function filterNameViolations(name: string | undefined, at = 'filterName'): readonly Violation[] {
  return [...lengthViolations(name, at, LIMITS.filterName), ...patternViolations(name, at, FILTER_NAME)];
}
