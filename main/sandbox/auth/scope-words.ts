export const scopePrefix = 'https://www.googleapis.com/auth/';

/** n: non-sensitive, s: sensitive (warning page when unverified), r: restricted (the same, and more at Google). */
export type ScopeClass = 'n' | 's' | 'r';

/** Every scope the sandbox accepts: short name | class | what it allows, in words of our own. Names without :// stand under the prefix. */
const lines = `
calendar|s|See, change, share and delete every calendar you can reach
calendar.readonly|s|Look at every calendar you can reach, changing nothing
calendar.events|s|See and change events in all your calendars
calendar.events.readonly|s|Look at events in all your calendars
calendar.events.owned|s|See and change events in calendars you own
calendar.events.owned.readonly|s|Look at events in calendars you own
calendar.events.public.readonly|n|Look at events of public calendars
calendar.events.freebusy|n|See when calendars you can reach are busy
calendar.freebusy|n|See when you are busy
calendar.calendars|s|Change calendar properties and create calendars
calendar.calendars.readonly|s|Look at the properties of your calendars
calendar.calendarlist|s|Add and remove calendars in your list
calendar.calendarlist.readonly|s|Look at the list of your calendars
calendar.acls|s|Change who may see the calendars you own
calendar.acls.readonly|s|Look at who may see the calendars you own
calendar.app.created|n|Create calendars of its own and manage events there only
calendar.settings.readonly|n|Look at your calendar settings
calendar.addons.execute|n|Run as a calendar add-on
calendar.addons.current.event.read|n|Look at the event an add-on is opened on
calendar.addons.current.event.write|n|Change the event an add-on is opened on
https://www.google.com/calendar/feeds|s|See, change, share and delete every calendar (old name)
apps.groups.settings|s|See and change the settings of groups in your organization
apps.groups.migration|s|Import mail into a group's archive
admin.directory.group|s|Manage groups in your organization
admin.directory.group.readonly|s|Look at groups in your organization
admin.directory.group.member|s|Manage who belongs to groups
admin.directory.group.member.readonly|s|Look at who belongs to groups
admin.directory.user|s|Manage people in your organization
admin.directory.user.readonly|s|Look at people in your organization
admin.directory.orgunit.readonly|s|Look at organizational units
admin.directory.resource.calendar|s|Manage rooms and equipment
admin.directory.resource.calendar.readonly|s|Look at rooms and equipment
admin.directory.domain.readonly|s|Look at your organization's domains
admin.directory.customer.readonly|s|Look at your organization's profile
admin.reports.audit.readonly|s|Look at audit reports
admin.reports.usage.readonly|s|Look at usage reports
cloud-identity.groups|s|Manage identity groups
cloud-identity.groups.readonly|s|Look at identity groups
groups|s|Look at the groups you belong to
drive|r|See, change, create and delete all your files
drive.readonly|r|Look at and download all your files
drive.file|n|Work with only the files you open or create with this app
drive.appdata|n|Keep its own hidden data in your storage
drive.install|n|Offer itself when you open files
drive.apps.readonly|s|Look at the list of your connected file apps
drive.metadata|r|See and change names and details of your files
drive.metadata.readonly|r|Look at names and details of your files
drive.activity|r|See and add to the history of your files
drive.activity.readonly|r|Look at the history of your files
drive.scripts|r|Change how your scripts behave
drive.meet.readonly|r|Look at files made by meetings
documents|s|See and change all your text documents
documents.readonly|s|Look at all your text documents
spreadsheets|s|See and change all your spreadsheets
spreadsheets.readonly|s|Look at all your spreadsheets
presentations|s|See and change all your presentations
presentations.readonly|s|Look at all your presentations
forms.body|s|See and change all your forms
forms.body.readonly|s|Look at all your forms
forms.responses.readonly|s|Look at answers to your forms
https://mail.google.com/|r|Read, send and permanently delete all your mail
gmail.readonly|r|Look at your mail and its settings
gmail.modify|r|Read, write and file your mail
gmail.compose|r|Write drafts and send mail
gmail.insert|r|Put mail into your mailbox
gmail.metadata|r|Look at senders, subjects and labels of your mail
gmail.settings.basic|r|Change filters and simple mail settings
gmail.settings.sharing|r|Change who may use your mailbox
gmail.send|s|Send mail as you
gmail.labels|n|See and change your mail labels
contacts|s|See and change your contacts
contacts.readonly|s|Look at your contacts
contacts.other.readonly|s|Look at contacts saved automatically
directory.readonly|s|Look at your organization's directory
user.birthday.read|s|Look at your birthday
user.phonenumbers.read|s|Look at your phone numbers
user.addresses.read|s|Look at your addresses
user.emails.read|s|Look at all your mail addresses
user.gender.read|s|Look at your gender
user.organization.read|s|Look at your work and education
tasks|s|See and change your tasks
tasks.readonly|s|Look at your tasks
youtube|s|Manage your video account
youtube.readonly|s|Look at your video account
youtube.upload|s|Upload videos as you
youtube.force-ssl|s|Manage videos, ratings and comments
yt-analytics.readonly|s|Look at statistics of your channel
chat.messages|r|See and write chat messages
chat.messages.readonly|r|Look at chat messages
chat.spaces|s|Manage chat spaces
chat.spaces.readonly|s|Look at chat spaces
chat.memberships.readonly|s|Look at who is in chat spaces
meetings.space.created|s|Create and manage meetings of its own
meetings.space.readonly|s|Look at your meetings
classroom.courses.readonly|s|Look at your courses
keep.readonly|s|Look at your notes
script.projects|s|Manage your script projects
photoslibrary.appendonly|s|Add pictures to your library
analytics.readonly|s|Look at your site statistics
webmasters.readonly|s|Look at your search statistics
cloud-platform|s|See and change all your cloud resources
cloud-platform.read-only|s|Look at all your cloud resources
`;

export interface ScopeWords {
  /** Full URL. */
  readonly scope: string;
  /** Without the common prefix; what tests look for. */
  readonly shortName: string;
  readonly class: ScopeClass;
  readonly words: string;
}

const byScope: ReadonlyMap<string, ScopeWords> = new Map(
  lines
    .trim()
    .split('\n')
    .map((line): [string, ScopeWords] => {
      const [name = '', kind = 's', words = ''] = line.split('|');
      const scope = name.includes('://') ? name : scopePrefix + name;
      return [scope, { scope, shortName: name, class: kind as ScopeClass, words }];
    }),
);

/** What the sandbox knows about a non-sign-in scope; undefined for unknown ones. Case matters, as at Google. */
export function scopeWords(scope: string): ScopeWords | undefined {
  return byScope.get(scope);
}
