import { describeCatalog, describeScope, type ScopeDescription } from '../domain/scopes/describe-scope.ts';
import { scopeSets } from '../domain/scopes/scope-sets.ts';
import type { ScopeCatalogDto, ScopeDto } from '../../preload/contract/scopes.ts';

function dto(described: ScopeDescription): ScopeDto {
  const { scope, shortName, product, title, detail, sensitivity, sensitivityConfirmed, adminOnly, signIn, warning, narrower } = described;
  return { scope, shortName, product, title, detail, sensitivity, sensitivityConfirmed, adminOnly, signIn, warning, narrower };
}

export function scopeDto(scope: string): ScopeDto {
  return dto(describeScope(scope));
}

export function catalogDto(): ScopeCatalogDto {
  return { scopes: describeCatalog().map(dto), sets: scopeSets.map(({ id, title, scopes }) => ({ id, title, scopes })) };
}
