import { expect, it } from 'vitest';
import { differences } from './compare.ts';
import { leftOutWords, takenWords } from './snapshot-words.ts';

it('lists only what differs: current settings as on the page, then retired, then unknown ones', () => {
  const left = { zebra: '1', apple: '1', whoCanAdd: 'A', name: 'A', whoCanJoin: 'A', isArchived: 'true' };
  const right = { zebra: '2', whoCanAdd: 'B', name: 'B', whoCanJoin: 'B', isArchived: 'true', whoCanDance: 'X' };
  expect(differences(left, right)).toEqual([
    { field: 'whoCanJoin', left: 'A', right: 'B' },
    { field: 'name', left: 'A', right: 'B' },
    { field: 'whoCanAdd', left: 'A', right: 'B' },
    { field: 'apple', left: '1', right: null },
    { field: 'whoCanDance', left: null, right: 'X' },
    { field: 'zebra', left: '1', right: '2' },
  ]);
  expect(differences(left, left)).toEqual([]);
});

it('takes no field for one that every object has', () => {
  expect(differences({}, { constructor: 'X', toString: 'Y' })).toEqual([
    { field: 'constructor', left: null, right: 'X' },
    { field: 'toString', left: null, right: 'Y' },
  ]);
});

it('names what was left out and why', () => {
  expect(leftOutWords([{ field: 'kind', reason: 'read-only' }, { field: 'whoCanAdd', reason: 'retired' }])).toBe('Kind of answer (read-only), whoCanAdd (deprecated)');
});

it('says the year only when it is another one', () => {
  const at = new Date(2026, 10, 19, 10, 42).getTime();
  expect(takenWords(at, at)).toBe('Thu 19 Nov, 10:42');
  expect(takenWords(at, new Date(2027, 0, 2).getTime())).toBe('19 Nov 2026, 10:42');
});
