import type { Explanation } from './explanation.ts';

/** Rule, as Google names it → what it asks for. */
const rules: ReadonlyMap<string, string> = new Map([
  ['ARCHIVE_ONLY_REQUIRES_NONE_CAN_POST', 'A frozen group (archiveOnly) lets nobody post: set whoCanPostMessage to NONE_CAN_POST in the same save.'],
  [
    'MODERATE_NON_MEMBERS_REQUIRES_NON_MEMBER_POSTING',
    'Messages of non-members can only be reviewed where non-members may post: open whoCanPostMessage, or choose another messageModerationLevel.',
  ],
  ['REPLY_TO_CUSTOM_REQUIRES_ADDRESS', 'Replies to an address of your own need that address: fill in customReplyTo.'],
  ['MESSAGE_DENY_TEXT_REQUIRES_NOTIFICATION', 'A text for rejected messages is only sent when rejections are announced: switch sendMessageDenyNotification on, or clear the text.'],
]);

/** Names that stand in rules and are not the field's own. */
const otherNames: Readonly<Record<string, string>> = { WHO_CAN_SEE_GROUP: 'whoCanDiscoverGroup' };

/** What a change broke when Groups Settings refuses it with a rule's name. A rule nobody here has heard of is named. */
export function explainGroupRule(rule: string): Explanation {
  return { code: 'group-rule', title: 'These settings do not go together.', meaning: `${meaningOf(rule)} Nothing was changed.`, remedies: [] };
}

function meaningOf(rule: string): string {
  const known = rules.get(rule);
  if (known !== undefined) return known;
  const broader = /^(WHO_CAN_[A-Z_]+?)_CANNOT_BE_BROADER_THAN_(WHO_CAN_[A-Z_]+)$/.exec(rule);
  if (broader?.[1] === undefined || broader[2] === undefined) return `Google calls the rule ${rule}.`;
  return `${fieldOf(broader[1])} may not let in more people than ${fieldOf(broader[2])} does.`;
}

/** WHO_CAN_VIEW_GROUP → whoCanViewGroup. */
function fieldOf(name: string): string {
  return otherNames[name] ?? name.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
