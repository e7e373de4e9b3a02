import type { Grant, SandboxState } from '../state/state.ts';

/** What an account has allowed a project so far. */
export function grantedScopes(state: SandboxState, projectNumber: string, sub: string): readonly string[] {
  return findGrant(state, projectNumber, sub)?.scopes ?? [];
}

/** Widens the grant of an account to a project. */
export function addGrant(state: SandboxState, projectNumber: string, sub: string, scopes: readonly string[]): void {
  const grant = findGrant(state, projectNumber, sub);
  if (grant === undefined) state.grants.push({ projectNumber, sub, scopes: [...scopes] });
  else grant.scopes = [...new Set([...grant.scopes, ...scopes])];
}

/**
 * Ends everything an account allowed a project: the grant, and the codes and tokens of ALL clients of that project.
 * Gives how many tokens died. https://developers.google.com/identity/protocols/oauth2/native-app#tokenrevoke
 */
export function endGrant(state: SandboxState, projectNumber: string, sub: string): number {
  const outside = (owner: { projectNumber: string; sub: string }): boolean => owner.projectNumber !== projectNumber || owner.sub !== sub;
  const before = state.refreshTokens.length + state.accessTokens.length;
  state.grants = state.grants.filter(outside);
  state.codes = state.codes.filter(outside);
  state.refreshTokens = state.refreshTokens.filter(outside);
  state.accessTokens = state.accessTokens.filter(outside);
  return before - state.refreshTokens.length - state.accessTokens.length;
}

function findGrant(state: SandboxState, projectNumber: string, sub: string): Grant | undefined {
  return state.grants.find((grant) => grant.projectNumber === projectNumber && grant.sub === sub);
}
