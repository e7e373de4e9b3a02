import type { CSSVariablesResolver } from '@mantine/core';
import { colorTokens, shadowTokens } from './tokens.ts';

type Scheme = 0 | 1;

/** Mantine colour → our tokens. What Mantine derives itself misses 4.5:1 or drifts from the ramp. */
const lightVariants = { petrol: 'brand', brick: 'bad', moss: 'ok', amber: 'warn', slate: 's1', iris: 's2', orchid: 's3' } as const;

function tokensOf(scheme: Scheme): Record<string, string> {
  const entries = [...Object.entries(colorTokens), ...Object.entries(shadowTokens)];
  return Object.fromEntries(entries.map(([name, pair]) => [name, pair[scheme]]));
}

function mantineOverrides(): Record<string, string> {
  const overrides: Record<string, string> = {
    '--mantine-color-body': 'var(--gd-canvas)',
    '--mantine-color-text': 'var(--gd-text)',
    '--mantine-color-bright': 'var(--gd-text)',
    '--mantine-color-dimmed': 'var(--gd-text-2)',
    '--mantine-color-placeholder': 'var(--gd-text-3)',
    '--mantine-color-default': 'var(--gd-button)',
    '--mantine-color-default-hover': 'var(--gd-active)',
    '--mantine-color-default-color': 'var(--gd-text)',
    '--mantine-color-default-border': 'var(--gd-line-2)',
    '--mantine-color-anchor': 'var(--gd-brand-text)',
    '--mantine-color-error': 'var(--gd-bad-text)',
    '--mantine-color-success': 'var(--gd-ok-text)',
    '--mantine-color-disabled': 'var(--gd-hover)',
    '--mantine-color-disabled-color': 'var(--gd-text-3)',
    '--mantine-color-disabled-border': 'var(--gd-line-2)',
    '--mantine-color-petrol-filled': 'var(--gd-brand)',
    '--mantine-color-petrol-filled-hover': 'var(--gd-brand-hover)',
    '--mantine-color-brick-filled': 'var(--gd-bad-fill)',
    '--mantine-color-brick-filled-hover': 'color-mix(in oklab, var(--gd-bad-fill), black 12%)',
    '--mantine-color-gray-light': 'var(--gd-hover)',
    '--mantine-color-gray-light-hover': 'var(--gd-active)',
    '--mantine-color-gray-light-color': 'var(--gd-text-2)',
  };
  for (const [color, token] of Object.entries(lightVariants)) {
    const strong = token === 'brand' || token === 'ok' || token.startsWith('s') ? `var(--gd-${token}-tint-2)` : `var(--gd-${token}-line)`;
    overrides[`--mantine-color-${color}-light`] = `var(--gd-${token}-tint)`;
    overrides[`--mantine-color-${color}-light-hover`] = strong;
    overrides[`--mantine-color-${color}-light-color`] = `var(--gd-${token}-text)`;
    overrides[`--mantine-color-${color}-text`] = `var(--gd-${token}-text)`;
  }
  return overrides;
}

/** Puts every `--gd-*` token on the root, per scheme, and points Mantine's own variables at them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--gd-ease-in': 'cubic-bezier(.2,.8,.2,1)',
    '--gd-ease-out': 'cubic-bezier(.4,0,1,1)',
  },
  light: { ...tokensOf(0), ...mantineOverrides() },
  dark: { ...tokensOf(1), ...mantineOverrides() },
});
