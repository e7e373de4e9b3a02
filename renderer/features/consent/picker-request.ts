import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { ConsentPurpose } from '../../../preload/contract/consent.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';

/** Why the scope picker opens, and what is ticked when it does. */
export type PickerRequest =
  | { readonly purpose: 'new'; readonly clientId: string | null; readonly wanted?: readonly string[] }
  | {
      readonly purpose: Exclude<ConsentPurpose, 'new'>;
      readonly authorization: AuthorizationDto;
      /** `add`: what is to come on top. `drop`: what is to go. */
      readonly scopes?: readonly string[];
      /** `drop`: what is to stay, and nothing else, in place of `scopes`; it may hold scopes that are not granted yet. */
      readonly target?: readonly string[];
    };

export interface Preselection {
  /** Full scopes, without the sign-in scopes (main adds those to every request). */
  readonly ticked: ReadonlySet<string>;
  /** Ticked and held: what the account allows already stays part of the union. */
  readonly locked: ReadonlySet<string>;
  /** Scopes that may be missing from the catalog but are known from the authorization. */
  readonly known: readonly ScopeDto[];
}

const full = (scopes: readonly ScopeDto[]) => scopes.filter((one) => !one.signIn).map((one) => one.scope);

export function preselect(request: PickerRequest): Preselection {
  if (request.purpose === 'new') return { ticked: new Set(request.wanted), locked: new Set(), known: [] };
  const { granted, refused } = request.authorization;
  const held = full(granted);
  const more = request.scopes ?? [];
  const known = [...granted, ...refused];
  switch (request.purpose) {
    case 'add':
      return { ticked: new Set([...held, ...more]), locked: new Set(held), known };
    case 'ask-again':
      return { ticked: new Set([...held, ...full(refused)]), locked: new Set(held), known };
    case 'reauthorize':
      return { ticked: new Set([...held, ...full(refused)]), locked: new Set(), known };
    case 'drop':
      return { ticked: new Set(request.target ?? held.filter((one) => !more.includes(one))), locked: new Set(), known };
  }
}

/** What a drop takes away, in full. */
export function droppedBy(request: PickerRequest): readonly string[] {
  if (request.purpose !== 'drop') return [];
  const { target } = request;
  return target === undefined ? (request.scopes ?? []) : full(request.authorization.granted).filter((one) => !target.includes(one));
}
