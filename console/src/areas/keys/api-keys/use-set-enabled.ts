import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { keys as texts } from '../../../texts/en/keys.ts';
import { type ApiKey, keyName } from './use-keys.ts';

interface SetEnabled {
  run(key: ApiKey, enabled: boolean): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Makes a key active or inactive, and tells so. */
export function useSetEnabled(): SetEnabled {
  const update = useAction('apigateway', 'updateApiKey');
  const notify = useNotify();
  return {
    isRunning: update.isRunning,
    error: update.error,
    run(key, enabled) {
      const patchOperations = [{ op: 'replace' as const, path: '/enabled', value: String(enabled) }];
      update.run({ apiKey: key.id ?? '', patchOperations }, () => {
        const name = keyName(key);
        notify({ type: 'success', content: enabled ? texts.enabledNow(name) : texts.disabledNow(name) });
      });
    },
  };
}
