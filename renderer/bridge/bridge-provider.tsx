import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { createReadStore, type ReadStore } from './store.ts';

interface Wiring {
  readonly bridge: Bridge;
  readonly store: ReadStore;
}

const BridgeContext = createContext<Wiring | null>(null);

/** Gives everything below it a bridge and the read model fed by it. Tests pass `fakeBridge()` of fake-bridge.ts. */
export function BridgeProvider({ bridge, children }: { readonly bridge: Bridge; readonly children: ReactNode }) {
  const [wiring, setWiring] = useState<Wiring | null>(null);
  useEffect(() => {
    const store = createReadStore(bridge);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the store listens to main from here to the cleanup
    setWiring({ bridge, store });
    return () => {
      store.close();
    };
  }, [bridge]);
  return wiring === null ? null : <BridgeContext value={wiring}>{children}</BridgeContext>;
}

function useWiring(): Wiring {
  const wiring = useContext(BridgeContext);
  if (wiring === null) throw new Error('a component outside BridgeProvider asked for the bridge');
  return wiring;
}

/** The calls of main. Wrap each in `run()` or use `useAction()`. */
export function useBridge(): Bridge {
  return useWiring().bridge;
}

export function useReadStore(): ReadStore {
  return useWiring().store;
}
