import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fakeBridge } from '../../bridge/fake-bridge.ts';
import { BridgeProvider } from '../../bridge/bridge-provider.tsx';
import { useSearch } from './use-search.ts';

it('ends the search in what is loaded when something else is typed, and not one that was answered', async () => {
  const bridge = fakeBridge();
  const answers: (() => void)[] = [];
  bridge.answer('searchEvents', () => new Promise((resolve) => answers.push(() => resolve({ ok: true, value: { events: [], truncated: false, problem: null } }))));
  const { result, unmount } = renderHook(() => useSearch('a', ['c']), { wrapper: ({ children }) => <BridgeProvider bridge={bridge}>{children}</BridgeProvider> });
  const typed = async (text: string): Promise<unknown> => {
    const before = bridge.inputs('searchEvents').length;
    act(() => {
      result.current.type(text);
    });
    await vi.waitFor(() => {
      expect(bridge.inputs('searchEvents')).toHaveLength(before + 1);
    });
    return (bridge.inputs('searchEvents').at(-1) as { readonly callId: string }).callId;
  };
  const first = await typed('cho');
  await typed('choir');
  expect(bridge.inputs('cancelCall')).toEqual([{ callId: first }]);
  await act(async () => answers.at(-1)?.());
  expect(result.current.events).toEqual([]);
  const third = await typed('choirs');
  expect(bridge.inputs('cancelCall')).toHaveLength(1);
  unmount();
  expect(bridge.inputs('cancelCall')).toEqual([{ callId: first }, { callId: third }]);
});
