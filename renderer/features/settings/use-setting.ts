import { useState } from 'react';
import type { SettingsDto, SettingsPatch } from '../../../preload/contract/app.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState } from '../../bridge/hooks.ts';

interface Setting {
  /** Main's, with what was just chosen in place already: a choice answers at once. */
  readonly settings: SettingsDto;
  readonly busy: boolean;
  readonly problem: ErrorDto | null;
  /** Resolves true when main took it; the new value then arrives with the app's state. */
  readonly save: (patch: SettingsPatch) => Promise<boolean>;
}

export function useSetting(): Setting {
  const bridge = useBridge();
  const { settings } = useAppState();
  const { busy, problem, start } = useAction();
  const [chosen, setChosen] = useState<{ readonly over: SettingsDto; readonly patch: SettingsPatch } | null>(null);
  // Main's next word replaces it, whatever that is.
  const early = chosen?.over === settings ? chosen.patch : {};
  const given = Object.fromEntries(Object.entries(early).filter(([, value]) => value !== undefined)) as Partial<SettingsDto>;
  return {
    settings: { ...settings, ...given },
    busy,
    problem,
    async save(patch) {
      setChosen({ over: settings, patch });
      const saved = (await start(() => bridge.updateSettings(patch))).ok;
      if (!saved) setChosen(null);
      return saved;
    },
  };
}
