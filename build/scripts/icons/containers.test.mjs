import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { at } from '../lib/root.mjs';
import { icns, ico } from './containers.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const pictures = new Map(sizes.map((size) => [size, readFileSync(at(`build/icons/${size}x${size}.png`))]));

it('every PNG has the size of its name', () => {
  // Width and height stand in the first chunk, after the eight bytes of the signature and its own eight.
  for (const [size, png] of pictures) expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

it('the committed icon.ico and icon.icns are made of the committed pictures', () => {
  expect(readFileSync(at('build/icons/icon.ico')).equals(ico(pictures))).toBe(true);
  expect(readFileSync(at('build/icons/icon.icns')).equals(icns(pictures))).toBe(true);
});

it('an .ico points at whole PNG files', () => {
  const file = ico(pictures);
  expect(file.readUInt16LE(4)).toBe(7);
  for (let entry = 6; entry < 6 + 16 * 7; entry += 16) {
    const offset = file.readUInt32LE(entry + 12);
    expect(file.subarray(offset + 1, offset + 4).toString()).toBe('PNG');
  }
});
