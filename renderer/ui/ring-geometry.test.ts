import { describe, expect, it } from 'vitest';
import { arcDash, evenDash, initials, shareLeft } from './ring-geometry.ts';

const numbers = (dash: string) => dash.split(' ').map(Number) as [number, number];

describe('shareLeft', () => {
  it('is the part ahead of now', () => {
    expect(shareLeft(0, 100, 0)).toBe(1);
    expect(shareLeft(0, 100, 25)).toBe(0.75);
    expect(shareLeft(0, 100, 100)).toBe(0);
  });

  it('stays between nothing and all, also with a wrong clock', () => {
    expect(shareLeft(0, 100, 500)).toBe(0);
    expect(shareLeft(100, 200, 0)).toBe(1);
    expect(shareLeft(100, 100, 0)).toBe(0);
    expect(shareLeft(200, 100, 0)).toBe(0);
  });
});

describe('dashes', () => {
  it('covers the share and leaves the rest of the circle', () => {
    const [on, off] = numbers(arcDash(0.25, 20));
    expect(on + off).toBeCloseTo(2 * Math.PI * 20, 1);
    expect(on / (on + off)).toBeCloseTo(0.25, 3);
    expect(numbers(arcDash(7, 20))[1]).toBe(0);
    expect(numbers(arcDash(-1, 20))[0]).toBe(0);
  });

  it('closes without a seam', () => {
    const [on, off] = numbers(evenDash(18, 21));
    expect((on + off) * 18).toBeCloseTo(2 * Math.PI * 21, 1);
    expect(on).toBeGreaterThan(off);
  });
});

describe('initials', () => {
  it.each([
    ['ada.lovelace@harbor.example', 'AL'],
    ['maya_okafor@x.example', 'MO'],
    ['lin@choir.example', 'LI'],
    ['q@x.example', 'Q'],
    ['édith.ørsted@x.example', 'ÉØ'],
    ['@x.example', '?'],
    ['', '?'],
  ])('%s has %s', (email, letters) => {
    expect(initials(email)).toBe(letters);
  });
});
