import type { SettingsPatch } from '../../../preload/contract/app.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';

interface Setting {
  readonly busy: boolean;
  readonly problem: ErrorDto | null;
  /** Resolves true when main took it; the new value then arrives with the app's state. */
  readonly save: (patch: SettingsPatch) => Promise<boolean>;
}

export function useSetting(): Setting {
  const bridge = useBridge();
  const { busy, problem, start } = useAction();
  return { busy, problem, save: async (patch) => (await start(() => bridge.updateSettings(patch))).ok };
}
