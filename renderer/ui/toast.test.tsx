import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showToast, ToastArea } from './toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <MantineProvider env="test">
      <ToastArea />
    </MantineProvider>,
  );
});
afterEach(() => {
  act(() => {
    vi.runOnlyPendingTimers();
  });
  vi.useRealTimers();
});

const pass = (seconds: number): void => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
};

describe('a toast', () => {
  it('goes with the frame it was said in', () => {
    act(() => {
      showToast('Deleted “Dentist”', { label: 'Undo', run: () => undefined });
    });
    cleanup();
    render(
      <MantineProvider env="test">
        <ToastArea />
      </MantineProvider>,
    );
    expect(screen.queryByText('Deleted “Dentist”')).toBeNull();
  });
});

describe('a toast with a button', () => {
  it('stays longer than one without', () => {
    act(() => {
      showToast('Copied');
    });
    pass(7);
    expect(screen.queryByText('Copied')).toBeNull();
    act(() => {
      showToast('Deleted', { label: 'Undo', run: () => undefined });
    });
    pass(15);
    expect(screen.getByText('Deleted')).toBeVisible();
    pass(6);
    expect(screen.queryByText('Deleted')).toBeNull();
  });

  it('is announced, acts once and is gone', () => {
    const run = vi.fn();
    act(() => {
      showToast('Deleted', { label: 'Undo', run });
    });
    expect(screen.getByText('Deleted').closest('[aria-live="polite"]')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByText('Deleted')).toBeNull();
  });

  it('waits while the focus is on it', () => {
    act(() => {
      showToast('Deleted', { label: 'Undo', run: () => undefined });
    });
    fireEvent.focus(screen.getByRole('button', { name: 'Undo' }));
    pass(60);
    expect(screen.getByText('Deleted')).toBeVisible();
    fireEvent.blur(screen.getByRole('button', { name: 'Undo' }));
    pass(21);
    expect(screen.queryByText('Deleted')).toBeNull();
  });

  it('is kept when its button shows the next one', () => {
    act(() => {
      showToast('Deleted', {
        label: 'Undo',
        run: () => {
          showToast('Undone');
        },
      });
    });
    fireEvent.focus(screen.getByRole('button', { name: 'Undo' }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Undone')).toBeVisible();
    pass(7);
    expect(screen.queryByText('Undone')).toBeNull();
  });
});
