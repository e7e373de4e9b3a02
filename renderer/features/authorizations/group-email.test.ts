import { describe, expect, it } from 'vitest';
import { groupEmailFault } from './group-email.ts';

describe('groupEmailFault', () => {
  it.each(['choir@harbor.example', 'a.b+c@sub.harbor.example', 'ü@x.de'])('lets %s through', (address) => {
    expect(groupEmailFault(address)).toBeNull();
  });

  it.each([
    ['', 'Type the address'],
    ['choir', 'Add the domain, such as choir@harbor.example'],
    ['choir@harbor', 'Add the rest of the domain'],
    ['choir@', 'Add the rest of the domain'],
    ['choir@harbor.', 'Add the rest of the domain'],
    ['@harbor.example', 'not an address'],
    ['a@b@c.example', 'not an address'],
    ['cho ir@harbor.example', 'no spaces'],
  ])('says what is wrong with "%s"', (address, part) => {
    expect(groupEmailFault(address)).toContain(part);
  });
});
