import Icon from '@cloudscape-design/components/icon';
import type { JSX } from 'react';
import { resources as texts } from '../../../texts/en/resources.ts';
import styles from './execution-diagram.module.css';
import type { Method } from './use-method.ts';

interface Props {
  readonly method: Method;
  /** The step whose settings are shown. */
  readonly shown: string;
  onShow(step: string): void;
}

/** The way of a request to the backend, and of the answer back: each box leads to its settings. */
export function ExecutionDiagram({ method, shown, onShow }: Props): JSX.Element {
  const { methodIntegration: integration, methodResponses = {} } = method;
  const isProxy = integration?.type?.endsWith('_PROXY') ?? false;
  const box = (id: string, title: string, note: string, area: string): JSX.Element => (
    <button
      type="button"
      className={styles.box}
      style={{ gridArea: area }}
      aria-pressed={shown === id}
      onClick={() => onShow(id)}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.note}>{note}</span>
    </button>
  );
  return (
    <div className={styles.diagram}>
      <div className={styles.end} style={{ gridArea: 'client' }}>
        <Icon name="user-profile" />
        {texts.diagram.client}
      </div>
      {box('method-request', texts.methodRequest.title, authorizationOf(method), 'mreq')}
      {box('integration-request', texts.integration.requestTitle, typeOf(method), 'ireq')}
      {box(
        'integration-response',
        texts.integrationResponse.title,
        isProxy ? texts.diagram.proxied : statuses(integration?.integrationResponses),
        'ires',
      )}
      {box('method-response', texts.methodResponse.title, statuses(methodResponses), 'mres')}
      <div className={styles.end} style={{ gridArea: 'backend' }}>
        <Icon name="settings" />
        {backendOf(method)}
      </div>
      <Arrow area="a1" to="right" />
      <Arrow area="a2" to="right" />
      <Arrow area="a3" to="right" />
      <Arrow area="a4" to="left" />
      <Arrow area="a5" to="left" />
      <Arrow area="a6" to="left" />
    </div>
  );
}

function Arrow({ area, to }: { readonly area: string; readonly to: 'left' | 'right' }): JSX.Element {
  return (
    <span className={styles.arrow} style={{ gridArea: area }} aria-hidden="true">
      <Icon name={to === 'right' ? 'arrow-right' : 'arrow-left'} />
    </span>
  );
}

function authorizationOf({ authorizationType = 'NONE', apiKeyRequired }: Method): string {
  const type =
    authorizationType === 'NONE'
      ? texts.diagram.open
      : (texts.authorization.types[authorizationType] ?? authorizationType);
  return apiKeyRequired ? texts.diagram.withKey(type) : type;
}

function typeOf({ methodIntegration: integration }: Method): string {
  return integration?.type === undefined
    ? texts.diagram.none
    : (texts.integration.types[integration.type] ?? integration.type);
}

/** The backend in a word: a function's name, a host. */
function backendOf({ methodIntegration: integration }: Method): string {
  const { uri = '', type } = integration ?? {};
  if (type === undefined) return texts.diagram.none;
  if (type === 'MOCK') return texts.integration.kinds.mock.label;
  const name = /:function:([^/]+)\//.exec(uri)?.[1];
  if (name !== undefined) return name;
  return /^https?:\/\/([^/]+)/.exec(uri)?.[1] ?? uri.split(':').slice(4, 5).join('') ?? '';
}

function statuses(responses: Readonly<Record<string, unknown>> = {}): string {
  const codes = Object.keys(responses).sort();
  return codes.length === 0 ? texts.diagram.none : codes.join(', ');
}
