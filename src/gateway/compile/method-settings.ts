import type { MethodSetting, Stage } from '../../model/index.ts';

/** What a stage sets for a method. */
export interface SettingOfMethod {
  readonly setting: MethodSetting;
  /** Set for this very method, and not for all of the stage. */
  readonly own: boolean;
}

/** Finds the settings that hold for a method: its own, else those of every method (features A8.3). */
export type FindSetting = (resourcePath: string, httpMethod: string) => SettingOfMethod | undefined;

export function compileMethodSettings({ methodSettings }: Stage): FindSetting {
  const byMethod = new Map(Object.entries(methodSettings).map(([key, setting]) => [methodOf(key), setting]));
  const all = methodSettings['*/*'];
  return (resourcePath, httpMethod) => {
    const setting = byMethod.get(`${resourcePath} ${httpMethod}`);
    if (setting !== undefined) return { setting, own: true };
    return all && { setting: all, own: false };
  };
}

/** `pets/{id}/GET` and `~1pets~1{id}/GET` are both `/pets/{id} GET`. */
function methodOf(key: string): string {
  const slash = key.lastIndexOf('/');
  const path = key.slice(0, slash).replaceAll('~1', '/').replaceAll('~0', '~');
  return `${path.startsWith('/') ? path : `/${path}`} ${key.slice(slash + 1)}`;
}
