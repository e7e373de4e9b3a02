import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { FocusRefuge } from './focus-refuge.tsx';

function Page() {
  const [open, setOpen] = useState(true);
  return (
    <FocusRefuge>
      <h1 tabIndex={-1} data-page-title="">
        Title
      </h1>
      {open && <button onClick={() => { setOpen(false); }}>Close</button>}
      <button>Other</button>
    </FocusRefuge>
  );
}

describe('FocusRefuge', () => {
  it('moves the focus to the title when the control in use goes away', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => {
      expect(screen.getByRole('heading')).toHaveFocus();
    });
  });

  it('leaves the focus alone when it is elsewhere', async () => {
    render(<Page />);
    screen.getByRole('button', { name: 'Close' }).focus();
    screen.getByRole('button', { name: 'Other' }).focus();
    screen.getByRole('button', { name: 'Close' }).click();
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    });
    expect(screen.getByRole('button', { name: 'Other' })).toHaveFocus();
  });
});
