import { isObject, parseJsonObject } from '../../shared/guards.ts';
import { apiIdOf, readApiName } from './api-name.ts';
import { plainText } from './plain-text.ts';

/** One line of Google's directory of APIs. */
export interface ApiListing {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly preferred: boolean;
}

const MOST = 3000;

/** Reads the directory; null when it is none. Lines with a strange name are left out. https://developers.google.com/discovery/v1/reference/apis/list */
export function readDirectory(text: string): readonly ApiListing[] | null {
  const items = parseJsonObject(text)?.['items'];
  if (!Array.isArray(items)) return null;
  const found = items.slice(0, MOST).flatMap((item: unknown): ApiListing[] => {
    if (!isObject(item) || typeof item['name'] !== 'string' || typeof item['version'] !== 'string') return [];
    const named = readApiName(item['name'], item['version']);
    if (!named.ok) return [];
    return [{ ...named.value, id: apiIdOf(named.value), title: plainText(item['title'], 120) ?? named.value.name, preferred: item['preferred'] === true }];
  });
  return found.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || a.id.localeCompare(b.id, 'en'));
}
