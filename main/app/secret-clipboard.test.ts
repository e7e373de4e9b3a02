import { describe, expect, it } from 'vitest';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { copyLife, SecretClipboard } from './secret-clipboard.ts';

class FakeClipboard {
  text = '';
  async write(text: string): Promise<void> {
    this.text = text;
  }
  async read(): Promise<string> {
    return this.text;
  }
  clear(): void {
    this.text = '';
  }
}

function setUp() {
  const clock = new ManualClock();
  const board = new FakeClipboard();
  const failures: unknown[] = [];
  const copy = (text: string): Promise<number> => copies.copy(text, (error) => failures.push(error));
  const copies = new SecretClipboard(board, clock);
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { clock, board, copies, copy, settle, failures };
}

describe('a copied token', () => {
  it('leaves the clipboard after 30 seconds', async () => {
    const { clock, board, copy, settle } = setUp();
    const clearsAt = await copy('token-one');
    expect(clearsAt).toBe(clock.now() + 30_000);
    clock.advance(copyLife - 1);
    await settle();
    expect(board.text).toBe('token-one');
    clock.advance(1);
    await settle();
    expect(board.text).toBe('');
  });

  it('is left alone when something else was copied meanwhile', async () => {
    const { clock, board, copy, settle } = setUp();
    await copy('token-one');
    board.text = 'a shopping list';
    clock.advance(copyLife);
    await settle();
    expect(board.text).toBe('a shopping list');
  });

  it('gets its own 30 seconds when another one follows', async () => {
    const { clock, board, copy, settle } = setUp();
    await copy('token-one');
    clock.advance(20_000);
    await copy('token-two');
    clock.advance(15_000);
    await settle();
    expect(board.text).toBe('token-two');
    expect(clock.pending).toBe(1);
  });

  it('goes at once when the app ends, and no timer stays', async () => {
    const { clock, board, copies, copy } = setUp();
    await copy('token-one');
    await copies.clear();
    expect(board.text).toBe('');
    expect(clock.pending).toBe(0);
  });
});
