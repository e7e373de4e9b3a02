import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from './duration.ts';
import { Ring } from './ring.tsx';
import { SensitivityBars, SensitivityMark } from './sensitivity.tsx';
import { StateChip } from './state-chip.tsx';
import { TokenClock } from './token-clock.tsx';

describe('Ring', () => {
  it('is a picture with initials, hidden from assistive technology', () => {
    const { container } = render(<Ring email="ada.lovelace@x.example" look={{ kind: 'share', share: 0.5 }} />);
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
    expect(container).toHaveTextContent('AL');
    expect(container.querySelectorAll('circle')).toHaveLength(2);
  });

  it('draws each state its own way', () => {
    const circles = (look: Parameters<typeof Ring>[0]['look']) => {
      const { container, unmount } = render(<Ring email="a@x.example" look={look} />);
      const seen = { circles: container.querySelectorAll('circle').length, badge: container.textContent.includes('!') };
      unmount();
      return seen;
    };
    expect(circles({ kind: 'share', share: 0 })).toEqual({ circles: 1, badge: false });
    expect(circles({ kind: 'dashed' })).toEqual({ circles: 1, badge: false });
    expect(circles({ kind: 'alert' })).toEqual({ circles: 2, badge: true });
    expect(circles({ kind: 'empty' })).toEqual({ circles: 1, badge: false });
  });
});

describe('StateChip', () => {
  it('is a status with exactly its word where it is the status of a page', () => {
    render(<StateChip state="unknown-offline" asStatus />);
    expect(screen.getByRole('status', { name: 'Unknown (offline)' })).toHaveTextContent(/^Unknown \(offline\)$/);
  });

  it('is plain text in lists', () => {
    render(<StateChip state="active" />);
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.getByText('Active')).toBeVisible();
  });
});

describe('sensitivity', () => {
  it.each([
    ['unknown', 0],
    ['non-sensitive', 1],
    ['sensitive', 2],
    ['restricted', 3],
  ] as const)('%s fills %d bars', (of, filled) => {
    const { container } = render(<SensitivityBars of={of} />);
    expect(container.querySelectorAll('rect')).toHaveLength(3);
    expect(container.querySelectorAll('rect[data-on]')).toHaveLength(filled);
  });

  it('marks a class that Google does not print as likely', () => {
    render(<SensitivityMark of="restricted" confirmed={false} />);
    expect(screen.getByText('Likely restricted')).toBeVisible();
    render(<SensitivityMark of="unknown" confirmed={false} />);
    expect(screen.getByText('Not classed')).toBeVisible();
  });
});

describe('TokenClock', () => {
  it('says in words what the picture shows', () => {
    const now = new Date(2026, 10, 23, 10, 24).getTime();
    render(
      <TokenClock
        now={now}
        data={{
          consentedAt: now - 4 * DAY,
          accessToken: { issuedAt: now - 19 * MINUTE, expiresAt: now + 41 * MINUTE },
          tokenLives: [],
          signInEnds: { at: now + 3 * DAY, certain: false, why: '7-day Testing limit' },
          over: false,
        }}
      />,
    );
    const clock = screen.getByRole('region', { name: 'Token clock' });
    expect(clock).toHaveTextContent('Access token 41 min left');
    expect(clock).toHaveTextContent('Sign-in likely ends in 3 days');
    expect(clock).toHaveTextContent('Sign-in likely ends Thu 26 Nov, 10:24: 7-day Testing limit.');
    expect(clock.querySelector('[aria-hidden="true"]')).not.toBeNull();
  });
});
