import type { ScopeGroup } from '../scope-entry.ts';

/** Contacts, and fields of the account's own profile (People API). */
export const peopleScopes: ScopeGroup = {
  product: 'Contacts and profile',
  entries: [
    {
      name: 'contacts',
      title: 'See, change and delete contacts',
      sensitivity: 'sensitive',
      aliases: ['https://www.google.com/m8/feeds/', 'https://www.google.com/m8/feeds'],
      narrower: 'contacts.readonly',
    },
    { name: 'contacts.readonly', title: 'See contacts', sensitivity: 'sensitive' },
    {
      name: 'contacts.other.readonly',
      title: 'See people the account wrote to',
      detail: 'Contacts that Google collected by itself.',
      sensitivity: 'sensitive',
    },
    { name: 'user.birthday.read', title: 'See the date of birth', sensitivity: 'sensitive' },
    { name: 'user.phonenumbers.read', title: 'See phone numbers', sensitivity: 'sensitive' },
    { name: 'user.addresses.read', title: 'See street addresses', sensitivity: 'sensitive' },
    { name: 'user.emails.read', title: 'See all email addresses', sensitivity: 'sensitive' },
    { name: 'user.gender.read', title: 'See the gender', sensitivity: 'sensitive' },
    { name: 'user.organization.read', title: 'See employers and education', sensitivity: 'sensitive' },
  ],
};
