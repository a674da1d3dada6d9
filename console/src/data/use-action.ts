import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AwsError, Input, OperationName, Output, Service } from '../aws/index.ts';
import { useAws } from '../session/index.ts';

/** A call that changes something. */
export interface Action<I, O> {
  /** Calls; `onDone` is told the output. A failure is in `error`, to be shown where the user is: `<ErrorAlert error={...} />`. */
  run(input: I, onDone?: (output: O) => void): void;
  readonly isRunning: boolean;
  readonly error: AwsError | null;
  /** Forgets the last failure. */
  reset(): void;
}

/** Changes by one call; whatever the pages show of its service is read again, and of our own endpoints, which tell of all services. */
export function useAction<S extends Service, O extends OperationName<S>>(
  service: S,
  operation: O,
): Action<Input<S, O>, Output<S, O>> {
  const aws = useAws();
  return useSteps(service, (input: Input<S, O>) => aws.call(service, operation, input));
}

/** Services whose answers tell of what was changed by another: domain names are of both versions, and use certificates. */
const ALSO_TOLD: Partial<Record<Service, readonly Service[]>> = {
  apigateway: ['apigatewayv2', 'acm'],
  apigatewayv2: ['apigateway', 'acm'],
};

/** Passwords go in, keys and tokens come out: they are forgotten once the component has gone, not minutes later. */
const KEPT_MS = 1_000;

interface Run<I, O> {
  readonly input: I;
  readonly onDone: ((output: O) => void) | undefined;
}

/** Changes by several calls, one after another; the first that fails ends it. */
export function useSteps<I, O>(service: Service, steps: (input: I) => Promise<O>): Action<I, O> {
  const { region } = useAws();
  const queries = useQueryClient();
  const mutation = useMutation<O, AwsError, Run<I, O>>({
    mutationFn: ({ input }) => steps(input),
    gcTime: KEPT_MS,
    async onSettled(output, error, { onDone }) {
      // Also after a failure: some of the steps may have been taken.
      await Promise.all(
        [service, ...(ALSO_TOLD[service] ?? []), 'sallyport'].map((of) =>
          queries.invalidateQueries({ queryKey: [region, of] }),
        ),
      );
      // Told here, since a callback of `mutate` is not when the component has gone, as a form goes that what it made takes the place of.
      if (!error) onDone?.(output as O);
    },
  });
  return {
    run: (input, onDone) => mutation.mutate({ input, onDone }),
    isRunning: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
