import { archive, identity } from './archive-and-identity.ts';
import { delivery } from './delivery.ts';
import { findAndJoin } from './find-and-join.ts';
import { membersAndRoles } from './members-and-roles.ts';
import { postAndModerate } from './post-and-moderate.ts';
import { RETIRED, type RetiredSetting } from './retired.ts';
import { seeAndRead } from './see-and-read.ts';
import type { ReachValue, Setting, SettingSection, SettingValue } from './setting.ts';

/** Every current setting, in the order of the page. */
export const SECTIONS: readonly SettingSection[] = [findAndJoin, seeAndRead, postAndModerate, membersAndRoles, delivery, archive, identity];

export const SETTINGS: readonly Setting[] = SECTIONS.flatMap(({ settings }) => settings);

const byField = new Map(SETTINGS.map((setting) => [setting.field, setting]));
const retiredByField = new Map(RETIRED.map((retired) => [retired.field, retired]));

/** @returns undefined for retired fields and for what Grantdesk does not know */
export function settingOf(field: string): Setting | undefined {
  return byField.get(field);
}

export function retiredOf(field: string): RetiredSetting | undefined {
  return retiredByField.get(field);
}

/** True for what may be sent: current and not read-only. */
export function isEditable(field: string): boolean {
  const setting = byField.get(field);
  return setting !== undefined && setting.kind !== 'fixed';
}

/** The label of a current setting; otherwise the field's name itself. */
export function labelOf(field: string): string {
  return byField.get(field)?.label ?? field;
}

const FLAG_VALUES: readonly SettingValue[] = [
  { raw: 'true', word: 'On', means: '' },
  { raw: 'false', word: 'Off', means: '' },
];

/** The values to choose from; empty for texts. */
export function valuesOf(setting: Setting): readonly SettingValue[] {
  switch (setting.kind) {
    case 'reach':
    case 'choice':
      return setting.values;
    case 'flag':
      return FLAG_VALUES.map((value) => ({ ...value, means: value.raw === 'true' ? setting.on : setting.off }));
    case 'text':
    case 'fixed':
      return [];
  }
}

/** False for a value of an enumerated setting that this version does not know. */
export function isKnownValue(setting: Setting, raw: string): boolean {
  const values = valuesOf(setting);
  return values.length === 0 || values.some((value) => value.raw === raw);
}

/** The reach of a value; null when it is no reach setting or the value is unknown. */
export function reachOf(field: string, raw: string | undefined): ReachValue | null {
  const setting = byField.get(field);
  if (setting?.kind !== 'reach') return null;
  return setting.values.find((value) => value.raw === raw) ?? null;
}
