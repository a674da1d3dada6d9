import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AwsError } from '../../aws/index.ts';
import type { Read } from '../../data/index.ts';
import { useAws } from '../../session/index.ts';
import { type Sample, valuesOf } from './sample.ts';

/** What `POST /_sallyport/template` answers (docs/control-extensions.md). */
export interface Rendering {
  readonly output?: string;
  readonly requestOverride?: Readonly<Record<string, unknown>>;
  readonly responseOverride?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string; readonly line?: number; readonly column?: number };
}

/** Long enough for a pause in typing. */
const PAUSE_MS = 300;

/** Renders a template as the gateway does, a moment after it or the sample has changed. */
export function usePreview(template: string, sample: Sample, isWanted: boolean): Read<Rendering> {
  const aws = useAws();
  const wanted = useSettled(JSON.stringify({ template, body: sample.body, ...valuesOf(sample) }), PAUSE_MS);
  return useQuery<Rendering, AwsError>({
    queryKey: [aws.region, 'sallyport', 'template', wanted],
    queryFn: ({ signal }) => aws.own<Rendering>('POST', '/_sallyport/template', JSON.parse(wanted), signal),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** A value once it has not changed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
