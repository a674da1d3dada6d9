import { linesOf, textOf } from '../lines.ts';
import type { HttpApi } from '../use-http-api.ts';

export type Cors = NonNullable<HttpApi['CorsConfiguration']>;

/** A CORS configuration as its form holds it; lists are text, an item a line. */
export interface CorsDraft {
  readonly origins: string;
  readonly methods: readonly string[];
  readonly headers: string;
  readonly exposed: string;
  /** Seconds, as typed; empty for none. */
  readonly maxAge: string;
  readonly isWithCredentials: boolean;
}

export function draftOf(cors: Cors = {}): CorsDraft {
  return {
    origins: textOf(cors.AllowOrigins),
    methods: cors.AllowMethods ?? [],
    headers: textOf(cors.AllowHeaders),
    exposed: textOf(cors.ExposeHeaders),
    maxAge: cors.MaxAge === undefined ? '' : String(cors.MaxAge),
    isWithCredentials: cors.AllowCredentials ?? false,
  };
}

export function corsOf({ origins, methods, headers, exposed, maxAge, isWithCredentials }: CorsDraft) {
  return {
    AllowOrigins: [...linesOf(origins)],
    AllowMethods: [...methods],
    AllowHeaders: [...linesOf(headers)],
    ExposeHeaders: [...linesOf(exposed)],
    ...(maxAge.trim() !== '' && { MaxAge: Number(maxAge) }),
    AllowCredentials: isWithCredentials,
  };
}
