import { MantineProvider } from '@mantine/core';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { theme } from '../theme/theme.ts';
import { ConcealedInput } from './concealed-input.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { CopyButton } from './copy-button.tsx';
import { JsonView } from './json-view.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { Section } from './section.tsx';
import { showToast, ToastArea } from './toast.tsx';

function show(children: ReactNode) {
  return render(
    <MantineProvider theme={theme} env="test">
      {children}
    </MantineProvider>,
  );
}

describe('Notice', () => {
  it('interrupts for what is bad and is polite for the rest', () => {
    show(
      <>
        <Notice tone="bad" title="It failed" />
        <Notice tone="warn" title="Take care" />
        <Notice tone="info" title="By the way" role="note" />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('It failed');
    expect(screen.getByRole('status')).toHaveTextContent('Take care');
    expect(screen.getByRole('note')).toHaveTextContent('By the way');
  });

  it('gives each of several problems its own sentence', () => {
    const one = { code: 'a', message: 'No client_id.', hint: 'Download it again.' };
    const two = { code: 'b', message: 'No redirect.', hint: null };
    show(<ProblemNotice problem={{ ...one, message: 'Two problems.', problems: [one, two] }} />);
    const items = within(screen.getByRole('alert')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['No client_id. Download it again.', 'No redirect.']);
  });
});

describe('ConfirmDialog', () => {
  it('starts on Cancel, confirms by its word and leaves by Esc', async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    const onCancel = vi.fn();
    show(
      <ConfirmDialog opened title="Remove it?" confirm="Remove" danger onConfirm={onConfirm} onCancel={onCancel}>
        It goes.
      </ConfirmDialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'Remove it?' });
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveAttribute('data-autofocus');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(onConfirm).toHaveBeenCalledOnce();
    await user.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('ConcealedInput', () => {
  it('is a textbox, conceals what is typed, and shows it on demand', async () => {
    const user = userEvent.setup();
    show(<ConcealedInput label="Passphrase" />);
    const field = screen.getByRole('textbox', { name: 'Passphrase' });
    expect(field).toHaveClass('gd-concealed');
    expect(field).toHaveAttribute('autocomplete', 'off');
    expect(field).toHaveAttribute('spellcheck', 'false');
    await user.click(screen.getByRole('button', { name: 'Show what I type' }));
    expect(field).not.toHaveClass('gd-concealed');
  });

  it('does not let concealed text be copied out', async () => {
    const user = userEvent.setup();
    show(<ConcealedInput label="Passphrase" defaultValue="secret" />);
    const field = screen.getByRole('textbox', { name: 'Passphrase' });
    await user.tripleClick(field);
    let prevented: boolean | null = null;
    document.addEventListener('copy', (event) => (prevented = event.defaultPrevented), { once: true });
    await user.copy();
    expect(prevented).toBe(true);
  });
});

describe('CopyButton', () => {
  it('says what became of it', async () => {
    const user = userEvent.setup();
    show(<CopyButton text="abc" label="Copy the id" word />);
    await user.click(screen.getByRole('button', { name: 'Copy the id' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('abc');
  });

  it('says how to go on when the clipboard refuses', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    show(<CopyButton text="abc" label="Copy the id" word />);
    await user.click(screen.getByRole('button', { name: 'Copy the id' }));
    expect(await screen.findByText(/copy it by hand/)).toBeInTheDocument();
    expect(document.querySelector('textarea')).toBeNull();
    vi.restoreAllMocks();
  });
});

describe('JsonView', () => {
  it('shows markup as text', () => {
    const { container } = show(<JsonView text={'{"a": "<img src=x onerror=alert(1)>"}'} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container).toHaveTextContent('<img src=x onerror=alert(1)>');
  });

  it('draws long bodies in steps', async () => {
    const user = userEvent.setup();
    const { container } = show(<JsonView text={Array.from({ length: 900 }, (_, line) => `line ${line}`).join('\n')} json={false} />);
    expect(container).not.toHaveTextContent('line 400');
    await user.click(screen.getByRole('button', { name: 'Show 400 more of 500 lines' }));
    expect(container).toHaveTextContent('line 799');
    await user.click(screen.getByRole('button', { name: 'Show 100 more of 100 lines' }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('Section', () => {
  it('is a region by its title alone', () => {
    show(
      <Section title="Granted scopes" count={4}>
        x
      </Section>,
    );
    expect(screen.getByRole('region', { name: 'Granted scopes' })).toHaveTextContent('4');
  });
});

describe('toast', () => {
  it('shows the newest message', () => {
    show(<ToastArea />);
    act(() => {
      showToast('One');
    });
    act(() => {
      showToast('Two');
    });
    expect(screen.queryByText('One')).toBeNull();
    expect(screen.getByText('Two')).toBeInTheDocument();
  });
});
