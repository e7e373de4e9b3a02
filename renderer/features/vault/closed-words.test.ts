import { describe, expect, it } from 'vitest';
import { fakeVault } from '../../bridge/fake-bridge.ts';
import { closedWords } from './closed-words.ts';

const states = ['locked', 'key-lost', 'corrupt', 'future-version'] as const;

describe('closedWords', () => {
  it('has four different things to say, and none of them offers to delete', () => {
    const words = states.map((state) => closedWords(fakeVault({ state })));
    expect(new Set(words.map(({ title }) => title)).size).toBe(4);
    expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(4);
    for (const { title, sentence } of words) expect(`${title} ${sentence}`).not.toMatch(/reset|delete|start over|erase/i);
  });

  it('takes main’s words where it knows more, once', () => {
    const notice = { code: 'vault-header-missing', message: 'The file is gone.', hint: 'Restore it.' };
    expect(closedWords(fakeVault({ state: 'corrupt', notice }))).toMatchObject({ sentence: 'The file is gone. Restore it.', notice: null });
  });

  it('keeps other news beside its own words', () => {
    const notice = { code: 'vault-header-restored', message: 'Restored from its backup.', hint: null };
    expect(closedWords(fakeVault({ state: 'locked', notice })).notice).toEqual(notice);
  });
});
