import { describe, expect, it } from 'vitest';
import { LinkPace } from './link-pace.ts';

describe('the pace of links', () => {
  it('lets one through at a time', () => {
    const pace = new LinkPace();
    expect([0, 1, 999, 1000, 1500, 2000].map((now) => pace.allows(now))).toEqual([true, false, false, true, false, true]);
  });

  it('ends after as many as anybody needs', () => {
    const pace = new LinkPace();
    const opened = Array.from({ length: 1000 }, (_, second) => pace.allows(second * 1000)).filter(Boolean);
    expect(opened).toHaveLength(20);
  });
});
