import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useAppState } from '../bridge/hooks.ts';

/** Keeps Mantine's scheme equal to the setting. `System` follows the system also while the app runs. */
export function ColorScheme() {
  const { theme } = useAppState().settings;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  return null;
}
