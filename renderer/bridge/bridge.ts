import type { Bridge } from '../../preload/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in tests and in a plain browser. */
    readonly grantdesk?: Bridge;
  }
}

/**
 * The one place that touches the window's bridge. Everything else gets it from `useBridge()`
 * (bridge-provider.tsx), so that tests hand in a fake (fake-bridge.ts).
 */
export function windowBridge(): Bridge | null {
  return window.grantdesk ?? null;
}
