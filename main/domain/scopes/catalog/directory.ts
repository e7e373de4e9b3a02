import type { ScopeEntry, ScopeGroup } from '../scope-entry.ts';

/** Everything in the Admin SDK needs an administrator. */
function adminScope(name: string, title: string, narrower?: string): ScopeEntry {
  return { name, title, sensitivity: 'sensitive', adminOnly: true, ...(narrower === undefined ? {} : { narrower }) };
}

/** A Workspace organisation: its people, groups, rooms and reports. */
export const directoryScopes: ScopeGroup = {
  product: 'Directory',
  entries: [
    adminScope('admin.directory.group', 'See and change the groups of the organisation', 'admin.directory.group.readonly'),
    adminScope('admin.directory.group.readonly', 'See the groups of the organisation'),
    adminScope('admin.directory.group.member', 'See and change who is in which group', 'admin.directory.group.member.readonly'),
    adminScope('admin.directory.group.member.readonly', 'See who is in which group'),
    adminScope('admin.directory.user', 'See and change the accounts of the organisation', 'admin.directory.user.readonly'),
    adminScope('admin.directory.user.readonly', 'See the accounts of the organisation'),
    adminScope('admin.directory.orgunit.readonly', 'See the organisational units'),
    adminScope('admin.directory.resource.calendar', 'See and change rooms and resources', 'admin.directory.resource.calendar.readonly'),
    adminScope('admin.directory.resource.calendar.readonly', 'See rooms and resources'),
    adminScope('admin.directory.domain.readonly', 'See the domains of the organisation'),
    adminScope('admin.directory.customer.readonly', 'See the customer record of the organisation'),
    adminScope('admin.reports.audit.readonly', 'See audit reports'),
    adminScope('admin.reports.usage.readonly', 'See usage reports'),
    {
      name: 'directory.readonly',
      title: "See the organisation's address book",
      detail: 'Names and addresses that the organisation shows to its members.',
      sensitivity: 'sensitive',
    },
  ],
};
