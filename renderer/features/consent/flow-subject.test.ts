import { describe, expect, it } from 'vitest';
import type { ConsentStep, FlowHopDto, FlowParty } from '../../../preload/contract/flow.ts';
import { BOXES, FIGURE, LEGS, legsOf } from './flow-layout.ts';
import { elapsedWords, flowOfReceipt, hopsByStep } from './flow-subject.ts';

const hop = (kind: FlowHopDto['kind'], from: FlowParty, to: FlowParty, step: ConsentStep | null = null, names: readonly string[] = []): FlowHopDto => ({
  at: 1, kind, from, to, step, title: kind, address: null, parameters: names.map((name) => ({ name, value: '', hidden: true, meaning: '' })), note: null,
});

const PREPARED = hop('prepared', 'client', 'redirection');
const REQUEST = hop('request', 'client', 'agent', 'A');
const PAGE = hop('page', 'agent', 'authorization', 'A');
const MOVED = hop('moved', 'authorization', 'agent', 'A');
const REDIRECT = hop('redirect', 'authorization', 'redirection', 'C');
const SENT = hop('token-request', 'client', 'token', 'D');
const GOT = hop('token-response', 'token', 'client', 'E', ['access_token']);
const STORED = hop('stored', 'client', 'client', 'E');
const ENDED = hop('ended', 'client', 'owner');

const done = (...hops: readonly FlowHopDto[]) => flowOfReceipt({ surface: 'browser', outcome: 'failed', hops }).stepsDone.map(({ step }) => step);

describe('the flow of a receipt', () => {
  it('got as far as its hops tell', () => {
    expect(done(PREPARED, REQUEST)).toEqual([]);
    expect(done(PREPARED, REQUEST, PAGE, ENDED)).toEqual(['A']);
    expect(done(PREPARED, REQUEST, PAGE, REDIRECT, SENT, hop('token-response', 'token', 'client', 'E', ['error']), ENDED)).toEqual(['A', 'B', 'C']);
    expect(done(PREPARED, REQUEST, PAGE, REDIRECT, SENT, GOT, STORED)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('begins again with a move to the browser', () => {
    expect(done(REQUEST, PAGE, MOVED, REQUEST)).toEqual([]);
  });

  it('does not count Google’s error page as a request that was shown', () => {
    expect(done(REQUEST, hop('page', 'authorization', 'agent', 'B'))).toEqual([]);
  });
});

describe('the hops by step', () => {
  it('keep those outside the five steps where they belong', () => {
    const ignored = hop('ignored', 'agent', 'redirection');
    const blocked = hop('ignored', 'agent', 'authorization');
    const map = hopsByStep([PREPARED, REQUEST, PAGE, blocked, ignored, REDIRECT, ENDED]);
    expect([...map]).toEqual([
      ['A', [PREPARED, REQUEST, PAGE]],
      ['B', [blocked]],
      ['C', [ignored, REDIRECT, ENDED]],
    ]);
  });
});

describe('the figure', () => {
  it('has seven boxes that do not touch one another and lie inside', () => {
    expect(new Set(BOXES.map(({ party }) => party)).size).toBe(7);
    for (const { at: [x, y, width, height] } of BOXES) {
      expect(x >= 0 && y >= 0 && x + width <= FIGURE.width && y + height <= FIGURE.height).toBe(true);
      const touching = BOXES.filter(({ at: [ox, oy, ow, oh] }) => x < ox + ow && ox < x + width && y < oy + oh && oy < y + height);
      expect(touching).toHaveLength(1);
    }
  });

  it('draws every arrow that a hop can light', () => {
    const lit = [REQUEST, PAGE, MOVED, REDIRECT, SENT, GOT, hop('account', 'resource', 'client'), hop('ignored', 'agent', 'redirection')].flatMap(legsOf);
    const drawn = new Set(LEGS.map(({ id }) => id));
    expect(lit.length).toBe(10);
    expect(lit.every((id) => drawn.has(id))).toBe(true);
  });
});

describe('elapsed time', () => {
  it.each([[0, '+0 ms'], [-1, '+0 ms'], [182, '+182 ms'], [12_449, '+12.4 s'], [125_000, '+2 min 5 s']])('of %i ms is %s', (ms, words) => {
    expect(elapsedWords(ms)).toBe(words);
  });
});
