import type { Input } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { http } from '../../../texts/en/http.ts';
import type { RouteProps } from './route-props.ts';

interface UpdateRoute {
  run(change: Omit<Input<'apigatewayv2', 'updateRoute'>, 'ApiId' | 'RouteId'>, onDone: () => void): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Changes what is given of a route, and says that it is saved. */
export function useUpdateRoute({ apiId, route }: RouteProps): UpdateRoute {
  const update = useAction('apigatewayv2', 'updateRoute');
  const notify = useNotify();
  return {
    ...update,
    run: (change, onDone) =>
      update.run({ ApiId: apiId, RouteId: route.RouteId ?? '', ...change }, () => {
        notify({ type: 'success', content: http.route.saved });
        onDone();
      }),
  };
}
