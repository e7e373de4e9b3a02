/** How far a permission reaches, narrowest first. Each audience includes the ones before it. */
export const AUDIENCES = ['none', 'owners', 'managers', 'members', 'domain', 'anyone'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_WORD: Readonly<Record<Audience, string>> = {
  none: 'Nobody',
  owners: 'Owners',
  managers: 'Managers',
  members: 'Members',
  domain: 'Organisation',
  anyone: 'Anyone',
};

/** 0 for nobody, 5 for anyone on the internet. */
export function rankOf(audience: Audience): number {
  return AUDIENCES.indexOf(audience);
}

export interface SettingValue {
  /** As on the wire. */
  readonly raw: string;
  /** In one or a few words: `Members`. */
  readonly word: string;
  /** What follows from it, one sentence. */
  readonly means: string;
  /** Not in Google's reference, but seen in answers. */
  readonly undocumented?: true;
}

export interface ReachValue extends SettingValue {
  readonly audience: Audience;
  /** Where the handle stands when it is not at its audience; 0 to 5. */
  readonly at?: number;
}

interface Base {
  /** Name on the wire. */
  readonly field: string;
  /** The words of Google's own settings page where it has some. */
  readonly label: string;
  /** What it decides, one or two plain sentences. */
  readonly meaning: string;
}

export interface ReachSetting extends Base {
  readonly kind: 'reach';
  /** Completes `Members can …`. */
  readonly verb: string;
  /** Narrowest first. */
  readonly values: readonly ReachValue[];
}

export interface ChoiceSetting extends Base {
  readonly kind: 'choice';
  readonly values: readonly SettingValue[];
}

/** `"true"` or `"false"`, as texts. */
export interface FlagSetting extends Base {
  readonly kind: 'flag';
  readonly on: string;
  readonly off: string;
}

export interface TextSetting extends Base {
  readonly kind: 'text';
  readonly form: 'line' | 'lines' | 'address' | 'language';
  /** Most characters Google takes; null where it names no limit. */
  readonly max: number | null;
  /** What follows from a new text. */
  readonly means: string;
}

/** Google sets it; it is shown and never sent. */
export interface FixedSetting extends Base {
  readonly kind: 'fixed';
}

export type Setting = ReachSetting | ChoiceSetting | FlagSetting | TextSetting | FixedSetting;

export interface SettingSection {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly settings: readonly Setting[];
}

/** `X_CAN_Y` values of one permission: the narrowest first, each with what it means. */
export function reach(
  suffix: string,
  rows: readonly (readonly [audience: Audience, means: string, undocumented?: 'undocumented'])[],
): readonly ReachValue[] {
  return rows.map(([audience, means, undocumented]) => ({
    raw: `${PREFIX[audience]}_CAN_${suffix}`,
    word: AUDIENCE_WORD[audience],
    means,
    audience,
    ...(undocumented === undefined ? {} : { undocumented: true as const }),
  }));
}

const PREFIX: Readonly<Record<Audience, string>> = {
  none: 'NONE',
  owners: 'ALL_OWNERS',
  managers: 'ALL_MANAGERS',
  members: 'ALL_MEMBERS',
  domain: 'ALL_IN_DOMAIN',
  anyone: 'ANYONE',
};
