import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { IntegrationField } from '../integration-field.tsx';
import { routeKeyOf } from '../route-key.ts';
import { RouteKeyFields } from '../route-key-fields.tsx';

const texts = http.routes.create;

/** Makes a route, with an integration or without one yet. */
export function CreateRoute({ apiId, onClose }: { readonly apiId: string; onClose(): void }): JSX.Element {
  const [key, setKey] = useState({ method: 'GET', path: '/' });
  const [integrationId, setIntegration] = useState('');
  const create = useAction('apigatewayv2', 'createRoute');
  const navigate = useNavigate();
  const notify = useNotify();
  const submit = (): void => {
    const RouteKey = routeKeyOf(key);
    const Target = integrationId === '' ? {} : { Target: `integrations/${integrationId}` };
    create.run({ ApiId: apiId, RouteKey, ...Target }, ({ RouteId }) => {
      notify({ type: 'success', content: texts.done(RouteKey) });
      navigate(`/apis/${apiId}/routes/${RouteId}`);
    });
  };
  return (
    <Dialog
      title={texts.title}
      action={texts.button}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <RouteKeyFields value={key} onChange={setKey} />
      <IntegrationField apiId={apiId} value={integrationId} onChange={setIntegration} />
    </Dialog>
  );
}
