import type { JsonObject } from '../values.ts';
import type { Dialect } from './dialect.ts';
import type { Models } from './models.ts';
import type { Report } from './report.ts';
import type { Schemes } from './security.ts';

/** What everything that reads a part of the file needs of the whole. */
export interface Reading {
  readonly document: JsonObject;
  readonly dialect: Dialect;
  readonly report: Report;
  readonly models: Models;
  readonly schemes: Schemes;
}
