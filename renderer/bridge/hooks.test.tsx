import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../preload/contract/result.ts';
import { okay, refused } from './fake-bridge.ts';
import { useAction } from './hooks.ts';

type Answer = (answer: Result<null>) => void;

describe('one user action', () => {
  it('started twice is busy until the second answer, and the first one says nothing', async () => {
    const answers: Answer[] = [];
    const call = (): Promise<Result<null>> => new Promise((resolve) => answers.push(resolve));
    const { result } = renderHook(() => useAction());
    act(() => {
      void result.current.start(call);
      void result.current.start(call);
    });
    await act(async () => answers[0]?.(refused('offline', 'Google could not be reached.')));
    expect(result.current).toMatchObject({ busy: true, problem: null });
    await act(async () => answers[1]?.(okay(null)));
    expect(result.current).toMatchObject({ busy: false, problem: null });
  });
});
