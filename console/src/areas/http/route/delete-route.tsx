import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { http } from '../../../texts/en/http.ts';
import type { RouteProps } from './route-props.ts';

const texts = http.route.delete;

interface Props extends RouteProps {
  onClose(): void;
  onDeleted(): void;
}

/** Deletes a route; its integration stays. */
export function DeleteRoute({ apiId, route, onClose, onDeleted }: Props): JSX.Element {
  const { RouteId = '', RouteKey = '' } = route;
  const remove = useAction('apigatewayv2', 'deleteRoute');
  return (
    <DeleteDialog
      texts={texts}
      name={RouteKey}
      action={remove}
      input={{ ApiId: apiId, RouteId }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}
