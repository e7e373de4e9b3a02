import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { groupEmailFault } from '../../authorizations/group-email.ts';
import { reachOf, settingOf } from '../catalog/catalog.ts';
import { AUDIENCE_WORD, rankOf, type Audience } from '../catalog/setting.ts';

export interface Mend {
  readonly word: string;
  readonly set: GroupValues;
}

export interface Fault {
  readonly id: string;
  /** Fields it is about, the changed one among them. */
  readonly fields: readonly string[];
  /** `blocks`: Google refuses it; `warns`: it goes through and does not do what it says. */
  readonly weight: 'blocks' | 'warns';
  readonly sentence: string;
  readonly mends: readonly Mend[];
}

/**
 * Pairs of values that Google refuses or ignores, found before anything is sent. Only those that a change takes part in:
 * what a group already is, it may stay.
 * @param values the form
 * @param changed fields that would be sent
 */
export function faultsOf(values: GroupValues, changed: ReadonlySet<string>): readonly Fault[] {
  return [...frozen(values), ...moderation(values), ...visibility(values), ...reply(values), ...texts(values, changed), ...outside(values)].filter((fault) =>
    fault.fields.some((field) => changed.has(field)),
  );
}

const isOn = (values: GroupValues, field: string): boolean => values[field] === 'true';
const rank = (values: GroupValues, field: string): number | null => {
  const reach = reachOf(field, values[field]);
  return reach === null ? null : rankOf(reach.audience);
};

/** Archived only and nobody posting are one decision; Google takes them only together. */
function frozen(values: GroupValues): readonly Fault[] {
  const nobody = values['whoCanPostMessage'] === 'NONE_CAN_POST';
  if (values['archiveOnly'] === undefined || values['whoCanPostMessage'] === undefined || isOn(values, 'archiveOnly') === nobody) return [];
  const shared = { id: 'archive-only', fields: ['archiveOnly', 'whoCanPostMessage'], weight: 'blocks' } as const;
  const freeze = { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' };
  const open = { archiveOnly: 'false', whoCanPostMessage: 'ALL_MANAGERS_CAN_POST' };
  return nobody
    ? [
        {
          ...shared,
          sentence: 'Nobody can post only in a group that is archived only: Google refuses one without the other.',
          mends: [
            { word: 'Archive the group too', set: freeze },
            { word: 'Let managers post', set: open },
          ],
        },
      ]
    : [
        {
          ...shared,
          sentence: 'A group that is archived only takes no posts: Google wants nobody to post in the same request.',
          mends: [
            { word: 'Let nobody post', set: freeze },
            { word: 'Keep it open', set: { archiveOnly: 'false' } },
          ],
        },
      ];
}

function moderation(values: GroupValues): readonly Fault[] {
  const post = rank(values, 'whoCanPostMessage');
  if (values['messageModerationLevel'] !== 'MODERATE_NON_MEMBERS' || post === null || post >= rankOf('domain')) return [];
  return [
    {
      id: 'moderate-non-members',
      fields: ['messageModerationLevel', 'whoCanPostMessage'],
      weight: 'blocks',
      sentence: 'Messages of non-members are to wait for approval, but non-members cannot post.',
      mends: [
        { word: 'Moderate nothing', set: { messageModerationLevel: 'MODERATE_NONE' } },
        { word: 'Moderate all messages', set: { messageModerationLevel: 'MODERATE_ALL_MESSAGES' } },
        ...(isOn(values, 'archiveOnly') ? [] : [{ word: 'Let the organisation post', set: { whoCanPostMessage: 'ALL_IN_DOMAIN_CAN_POST' } }]),
      ],
    },
  ];
}

/** Who manages members must see them, and who sees them must find the group. */
function visibility(values: GroupValues): readonly Fault[] {
  return [
    ...notBroader(values, 'whoCanViewMembership', 'whoCanDiscoverGroup', 'More people see the members than can see the group.'),
    ...notBroader(values, 'whoCanModerateMembers', 'whoCanViewMembership', 'More people manage the members than can view them.'),
  ];
}

function notBroader(values: GroupValues, field: string, limit: string, sentence: string): readonly Fault[] {
  const wide = rank(values, field);
  const narrow = rank(values, limit);
  if (wide === null || narrow === null || wide <= narrow) return [];
  return [
    {
      id: `${field}-${limit}`,
      fields: [field, limit],
      weight: 'blocks',
      sentence,
      mends: [...fit(field, (at) => at <= narrow, 'widest'), ...fit(limit, (at) => at >= wide, 'narrowest')],
    },
  ];
}

/** The value of a reach setting that is the widest (or narrowest) of those that fit. */
function fit(field: string, fits: (rank: number) => boolean, take: 'widest' | 'narrowest'): readonly Mend[] {
  const setting = settingOf(field);
  if (setting?.kind !== 'reach') return [];
  const fitting = setting.values.filter(({ audience }) => fits(rankOf(audience)));
  const value = take === 'widest' ? fitting.at(-1) : fitting[0];
  return value === undefined ? [] : [{ word: `${setting.label}: ${reachWord(value.audience)}`, set: { [field]: value.raw } }];
}

const reachWord = (audience: Audience): string => AUDIENCE_WORD[audience].toLowerCase();

function reply(values: GroupValues): readonly Fault[] {
  const address = values['customReplyTo'] ?? '';
  const custom = values['replyTo'] === 'REPLY_TO_CUSTOM';
  const faults: Fault[] = [];
  if (custom && address === '') {
    faults.push({
      id: 'reply-address-missing',
      fields: ['replyTo', 'customReplyTo'],
      weight: 'blocks',
      sentence: 'Replies are to go to another address, and none is given. Type it under Reply address.',
      mends: [
        { word: 'Reply to the author', set: { replyTo: 'REPLY_TO_SENDER' } },
        { word: 'Reply to the group', set: { replyTo: 'REPLY_TO_LIST' } },
      ],
    });
  }
  if (address !== '' && groupEmailFault(address) !== null) {
    faults.push({ id: 'reply-address-wrong', fields: ['customReplyTo'], weight: 'blocks', sentence: 'The reply address is not an email address.', mends: [{ word: 'Empty the reply address', set: { customReplyTo: '' } }] });
  } else if (address !== '' && !custom) {
    faults.push({
      id: 'reply-address-unused',
      fields: ['customReplyTo'],
      weight: 'warns',
      sentence: 'The reply address counts only while replies go to another address.',
      mends: [{ word: 'Reply to this address', set: { replyTo: 'REPLY_TO_CUSTOM' } }],
    });
  }
  return faults;
}

function texts(values: GroupValues, changed: ReadonlySet<string>): readonly Fault[] {
  return [...denyText(values), ...footerText(values), ...[...changed].flatMap((field) => tooLong(field, values[field] ?? '')), ...language(values)];
}

/** Google refuses a rejection message without its notification, whichever of the two is sent. */
function denyText(values: GroupValues): readonly Fault[] {
  const text = 'defaultMessageDenyNotificationText';
  const flag = 'sendMessageDenyNotification';
  if ((values[text] ?? '') === '' || isOn(values, flag)) return [];
  return [
    {
      id: 'deny-text',
      fields: [text, flag],
      weight: 'blocks',
      sentence: 'A rejection message needs the notification about rejected messages.',
      mends: [
        { word: 'Tell authors', set: { [flag]: 'true' } },
        { word: 'Empty the rejection message', set: { [text]: '' } },
      ],
    },
  ];
}

/** A footer text that is set while there is no footer; one that was there before may wait for it. */
function footerText(values: GroupValues): readonly Fault[] {
  const text = 'customFooterText';
  const flag = 'includeCustomFooter';
  const empty = (values[text] ?? '') === '';
  if (isOn(values, flag) === !empty) return [];
  return empty
    ? [{ id: 'footer-empty', fields: [text, flag], weight: 'warns', sentence: 'The footer is on and has no text.', mends: [{ word: 'Turn the footer off', set: { [flag]: 'false' } }] }]
    : [{ id: 'footer-text', fields: [text], weight: 'blocks', sentence: 'A footer text needs the footer.', mends: [{ word: 'Turn the footer on', set: { [flag]: 'true' } }] }];
}

function tooLong(field: string, value: string): readonly Fault[] {
  const setting = settingOf(field);
  if (setting?.kind !== 'text' || setting.max === null) return [];
  const length = textLength(value);
  if (length <= setting.max) return [];
  const over = `${setting.label} has ${String(length)} characters`;
  // Google documents 300, and 4096 for some languages.
  const weight = field === 'description' && length <= 4096 ? 'warns' : 'blocks';
  return [{ id: `${field}-length`, fields: [field], weight, sentence: `${over}; Google takes ${String(setting.max)}${weight === 'warns' ? ', in some languages more' : ''}.`, mends: [] }];
}

function language(values: GroupValues): readonly Fault[] {
  const tag = values['primaryLanguage'] ?? '';
  if (tag === '' || /^[A-Za-z]{2,3}([-_][A-Za-z\d]{2,8})*$/.test(tag)) return [];
  return [{ id: 'language', fields: ['primaryLanguage'], weight: 'warns', sentence: 'This does not look like a language tag, such as en or pt-BR.', mends: [] }];
}

function outside(values: GroupValues): readonly Fault[] {
  if (values['allowExternalMembers'] !== 'false') return [];
  const allow: readonly Mend[] = [{ word: 'Allow external members', set: { allowExternalMembers: 'true' } }];
  const faults: Fault[] = [];
  if (values['whoCanJoin'] === 'ANYONE_CAN_JOIN') {
    faults.push({ id: 'join-outside', fields: ['whoCanJoin', 'allowExternalMembers'], weight: 'warns', sentence: 'Anyone may join, but external members are not allowed: only the organisation gets in.', mends: allow });
  }
  if (values['whoCanAddExternalMembers'] !== undefined) {
    faults.push({ id: 'add-outside', fields: ['whoCanAddExternalMembers'], weight: 'warns', sentence: 'Who adds external members counts only while they are allowed.', mends: allow });
  }
  return faults;
}

/** From here on nothing Google takes is that long, and counting costs more than it tells. */
const LONGER_THAN_ANY = 50_000;

/** Characters as people count them, near enough: code points. */
export function textLength(text: string): number {
  return text.length > LONGER_THAN_ANY ? text.length : [...text].length;
}

/** False for what a server sent by mistake: such a text is shown by its beginning and left alone. */
export function canBeEdited(text: string): boolean {
  return text.length <= LONGER_THAN_ANY;
}
