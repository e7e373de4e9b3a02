import type { ScopeDto } from '../../../../preload/contract/scopes.ts';

export interface ColumnGroup {
  readonly product: string;
  readonly columns: readonly ScopeDto[];
}

/** Columns that stand side by side under one product heading; their order stays. */
export function columnGroups(columns: readonly ScopeDto[]): readonly ColumnGroup[] {
  const groups: { product: string; columns: ScopeDto[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.product === column.product) last.columns.push(column);
    else groups.push({ product: column.product, columns: [column] });
  }
  return groups;
}

/** What is left of a short name when the product stands above it: `calendar.events` → `events`, `apps.groups.settings` → `settings`. */
export function columnLabel({ shortName, product }: Pick<ScopeDto, 'shortName' | 'product'>): string {
  const parts = shortName.split('.');
  const word = product.toLowerCase().split(' ')[0] ?? '';
  const at = parts.findIndex((part) => part === word || part === `${word}s` || part === 'userinfo');
  const rest = parts.slice(at + 1);
  return at === -1 || rest.length === 0 ? shortName : rest.join('.');
}
