import { describe, expect, it } from 'vitest';
import { nearestHue } from './calendar-colors.ts';

describe('nearestHue', () => {
  it.each([
    ['#ac725e', 'amber'],
    ['#d06b64', 'amber'],
    ['#fad165', 'amber'],
    ['#7bd148', 'moss'],
    ['#92e1c0', 'moss'],
    ['#9fe1e7', 'petrol'],
    ['#9a9cff', 'iris'],
    ['#4986e7', 'iris'],
    ['#cd74e6', 'orchid'],
    ['#f691b2', 'orchid'],
    ['#c2c2c2', 'slate'],
    ['red', 'slate'],
    [null, 'slate'],
  ] as const)('%s is %s', (hex, hue) => {
    expect(nearestHue(hex)).toBe(hue);
  });
});
