import { describe, expect, it } from 'vitest';
import { readGroupSettings, titleOf, valueWords } from './group-settings.ts';
import { emailFault } from './groups-page.tsx';

describe('readGroupSettings', () => {
  it('gives every field its words, in order, without the kind', () => {
    const body = JSON.stringify({ kind: 'groupsSettings#groups', email: 'choir@x.example', whoCanJoin: 'CAN_REQUEST_TO_JOIN', isArchived: 'true', description: '' });
    expect(readGroupSettings(body)).toEqual([
      { field: 'email', title: 'Email', value: 'choir@x.example' },
      { field: 'whoCanJoin', title: 'Who can join', value: 'Can request to join' },
      { field: 'isArchived', title: 'Is archived', value: 'Yes' },
      { field: 'description', title: 'Description', value: 'Not set' },
    ]);
  });

  it.each(['', '[]', '{"error":{"code":403}}', '<?xml version="1.0"?>'])('turns %s away', (body) => {
    expect(readGroupSettings(body)).toBeNull();
  });

  it.each([
    ['ALL_MEMBERS_CAN_VIEW', 'All members can view'],
    ['NONE', 'None'],
    ['Welcome, All', 'Welcome, All'],
    ['false', 'No'],
    [26214400, '26214400'],
    [null, 'Not set'],
  ])('valueWords %s', (raw, words) => {
    expect(valueWords(raw)).toBe(words);
  });

  it('splits names where words begin', () => {
    expect(titleOf('membersCanPostAsTheGroup')).toBe('Members can post as the group');
  });
});

describe('emailFault', () => {
  it.each([
    ['', /Type/],
    ['choir', /Add the domain/],
    ['choir@harbor', /not an email/],
    ['a b@c.example', /not an email/],
  ])('%s', (email, words) => {
    expect(emailFault(email)).toMatch(words);
  });

  it('lets addresses pass', () => {
    expect(emailFault('choir@harbor.example')).toBeNull();
  });
});
