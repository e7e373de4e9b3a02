import { useSyncExternalStore } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAppState } from '../../bridge/hooks.ts';
import type { DeskState } from './desk-state.ts';
import { groupDesk, type GroupDesk } from './group-desk.ts';

/** The desk of one account and its state now. */
export function useGroupDesk(authorizationId: string): { readonly desk: GroupDesk; readonly state: DeskState } {
  const bridge = useBridge();
  const { mode } = useAppState();
  const desk = groupDesk(bridge, mode, authorizationId);
  const state = useSyncExternalStore(desk.subscribe, desk.get);
  return { desk, state };
}
