import { describe, expect, it } from 'vitest';
import { colorTokens } from './tokens.ts';

type Token = keyof typeof colorTokens;

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds: readonly Token[] = ['--gd-surface', '--gd-canvas', '--gd-sidebar', '--gd-hover', '--gd-sunken', '--gd-dialog', '--gd-brand-tint'];
const texts: readonly (readonly [Token, readonly Token[]])[] = [
  ['--gd-text', [...grounds, '--gd-active', '--gd-bad-tint', '--gd-warn-tint', '--gd-ok-tint', '--gd-brand-tint-2', '--gd-button', '--gd-field']],
  ['--gd-text-2', [...grounds, '--gd-active', '--gd-bad-tint', '--gd-warn-tint', '--gd-button', '--gd-nav-active']],
  ['--gd-text-3', ['--gd-surface', '--gd-canvas', '--gd-sidebar', '--gd-hover', '--gd-sunken', '--gd-dialog', '--gd-brand-tint', '--gd-field']],
  ['--gd-brand-text', ['--gd-surface', '--gd-canvas', '--gd-sidebar', '--gd-brand-tint', '--gd-brand-tint-2', '--gd-sunken', '--gd-dialog']],
  ['--gd-on-brand', ['--gd-brand', '--gd-brand-hover', '--gd-bad-fill', '--gd-logo']],
  ['--gd-ok-text', ['--gd-surface', '--gd-ok-tint', '--gd-ok-tint-2']],
  ['--gd-warn-text', ['--gd-surface', '--gd-warn-tint']],
  ['--gd-bad-text', ['--gd-surface', '--gd-dialog', '--gd-bad-tint', '--gd-canvas']],
  ['--gd-s1-text', ['--gd-surface', '--gd-dialog', '--gd-s1-tint', '--gd-brand-tint']],
  ['--gd-s2-text', ['--gd-surface', '--gd-dialog', '--gd-s2-tint', '--gd-brand-tint', '--gd-sunken']],
  ['--gd-s3-text', ['--gd-surface', '--gd-dialog', '--gd-s3-tint', '--gd-brand-tint']],
];
const marks: readonly (readonly [Token, readonly Token[]])[] = [
  ['--gd-control', ['--gd-surface', '--gd-canvas', '--gd-field']],
  ['--gd-focus', ['--gd-surface', '--gd-canvas', '--gd-sidebar', '--gd-dialog']],
  ['--gd-ok', ['--gd-surface']],
  ['--gd-warn', ['--gd-surface']],
  ['--gd-bad', ['--gd-surface']],
  ['--gd-s1', ['--gd-surface']],
  ['--gd-s2', ['--gd-surface']],
  ['--gd-s3', ['--gd-surface']],
  ['--gd-mark', ['--gd-surface', '--gd-brand-tint']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_scheme, at) => {
  it.each(texts)('%s is readable where it stands', (text, on) => {
    for (const ground of on) {
      expect(contrast(colorTokens[text][at], colorTokens[ground][at]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(marks)('%s can be told from its ground', (mark, on) => {
    for (const ground of on) {
      expect(contrast(colorTokens[mark][at], colorTokens[ground][at]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(2.98);
    }
  });
});
