import { describe, expect, it } from 'vitest';
import { rest } from '../testing/grant-world.ts';
import { BoundedQueue } from './bounded-queue.ts';

describe('a queue that lets few wait', () => {
  it('runs one after another, refuses what is too much, and goes on after a failure', async () => {
    const queue = new BoundedQueue(3);
    const began: number[] = [];
    const ends: ((fails: boolean) => void)[] = [];
    const ask = (number: number): Promise<string> =>
      queue.run(
        () => {
          began.push(number);
          return new Promise((resolve, reject) => {
            ends.push((fails) => {
              if (fails) reject(new Error('failed'));
              else resolve(`done ${number}`);
            });
          });
        },
        () => 'full',
      );
    const first = ask(1);
    const second = ask(2);
    const third = ask(3);
    expect(await ask(4)).toBe('full');
    await rest();
    expect(began).toEqual([1]);
    ends[0]?.(true);
    await expect(first).rejects.toThrow('failed');
    await rest();
    expect(began).toEqual([1, 2]);
    const fifth = ask(5);
    ends[1]?.(false);
    expect(await second).toBe('done 2');
    await rest();
    ends[2]?.(false);
    await rest();
    ends[3]?.(false);
    expect(await Promise.all([third, fifth])).toEqual(['done 3', 'done 5']);
    expect(began).toEqual([1, 2, 3, 5]);
  });
});
