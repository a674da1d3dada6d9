import { flagOf, variableOf } from './setting.ts';
import { SETTINGS, type Settings } from './table.ts';

/** What no setting shows by itself: settings that only make sense together, or not together. One sentence each. */
export function contradictions(settings: Settings): string[] {
  return [
    together(settings, 'rootAccessKeyId', 'rootSecretAccessKey', variableOf),
    together(settings, 'awsAccessKeyId', 'awsSecretAccessKey', variableOf),
    together(settings, 'acmeEabKeyId', 'acmeEabHmacKey', variableOf),
    together(settings, 'tlsCertificate', 'tlsKey', flagOf),
    settings.masterKey !== undefined && settings.masterKeyFile !== undefined
      ? `${variableOf(SETTINGS.masterKey)} and ${flagOf(SETTINGS.masterKeyFile)} are both given; give one.`
      : undefined,
    settings.accounts.includes(settings.accountId)
      ? `${flagOf(SETTINGS.accounts)} names ${settings.accountId}, which ${flagOf(SETTINGS.accountId)} is already.`
      : undefined,
    different(settings, 'controlPort', 'gatewayPort'),
    ...(usesHttps(settings)
      ? [different(settings, 'httpsPort', 'controlPort'), different(settings, 'httpsPort', 'gatewayPort')]
      : []),
    settings.redirectToHttps && !usesHttps(settings)
      ? `${flagOf(SETTINGS.redirectToHttps)} needs a certificate: ${CERTIFICATE_FLAGS}.`
      : undefined,
  ].flatMap((problem) => problem ?? []);
}

/** Whether any source of certificates is configured; without one there is no HTTPS. */
export function usesHttps({
  tlsCertificate,
  tlsDev,
  tlsDomains,
  acmeNames,
}: Pick<Settings, 'tlsCertificate' | 'tlsDev' | 'tlsDomains' | 'acmeNames'>): boolean {
  return tlsCertificate !== undefined || tlsDev || tlsDomains || acmeNames !== undefined;
}

const CERTIFICATE_FLAGS = [SETTINGS.tlsCertificate, SETTINGS.acmeNames, SETTINGS.tlsDev].map(flagOf).join(', ');

type Key = keyof Settings;

function together(settings: Settings, one: Key, other: Key, nameOf: typeof flagOf): string | undefined {
  if ((settings[one] === undefined) === (settings[other] === undefined)) return undefined;
  const [present, absent] = settings[one] === undefined ? [other, one] : [one, other];
  return `${nameOf(SETTINGS[present])} is given without ${nameOf(SETTINGS[absent])}; give both or none.`;
}

function different(settings: Settings, one: Key, other: Key): string | undefined {
  if (settings[one] !== settings[other] || settings[one] === 0) return undefined;
  return `${SETTINGS[one].name} and ${SETTINGS[other].name} are both ${String(settings[one])}.`;
}
