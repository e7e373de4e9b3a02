import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { BridgeProvider } from '../bridge/bridge-provider.tsx';
import { cssVariablesResolver } from '../theme/css-variables.ts';
import { theme } from '../theme/theme.ts';
import { Loaded } from './loaded.tsx';

/** The theme is a setting kept by main (see color-scheme.tsx): the page itself stores nothing. */
const nothingStored: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Theme, bridge and read model around a tree. `test` switches transitions off; `nonce` is for the page's content policy. */
export function Providers({
  bridge,
  children,
  nonce,
  test = false,
}: {
  readonly bridge: Bridge;
  readonly children: ReactNode;
  readonly nonce?: string;
  readonly test?: boolean;
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={nothingStored}
      defaultColorScheme="auto"
      env={test ? 'test' : 'default'}
      // A test's document computes styles for every name it looks up: without these it is several times faster.
      withCssVariables={!test}
      withGlobalClasses={!test}
      {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
    >
      <BridgeProvider bridge={bridge}>
        <Loaded>{children}</Loaded>
      </BridgeProvider>
    </MantineProvider>
  );
}
