import { isRecord, parseJson } from '../../ui/parse-json.ts';

export interface SettingRow {
  /** The API's own name. */
  readonly field: string;
  /** `Who can join` */
  readonly title: string;
  /** In words: `Yes`, `All members`. */
  readonly value: string;
}

/**
 * Reads the body of groups.get of Groups Settings v1.
 * @returns null when it is not such a body
 */
export function readGroupSettings(body: string): readonly SettingRow[] | null {
  const value = parseJson(body);
  if (!isRecord(value) || typeof value['email'] !== 'string') return null;
  return Object.entries(value)
    .filter(([field]) => field !== 'kind')
    .map(([field, raw]) => ({ field, title: titleOf(field), value: valueWords(raw) }));
}

/** `whoCanViewMembership` → `Who can view membership`; `archiveOnly` → `Archive only`. */
export function titleOf(field: string): string {
  const words = field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `ALL_MEMBERS_CAN_VIEW` → `All members can view`; `true` → `Yes`. Other text stays as it is. */
export function valueWords(raw: unknown): string {
  if (raw === 'true' || raw === true) return 'Yes';
  if (raw === 'false' || raw === false) return 'No';
  if (raw === '' || raw === null || raw === undefined) return 'Not set';
  if (typeof raw === 'string') {
    if (!/^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(raw)) return raw;
    const words = raw.toLowerCase().replaceAll('_', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  return JSON.stringify(raw);
}
