import type { GoogleMethod, MethodTable } from './method-table.ts';

/** Whether a method answers in pages that nextPageToken chains. */
export function isPageable(table: MethodTable, method: GoogleMethod): boolean {
  const answer = method.response !== undefined && Object.hasOwn(table.schemas, method.response) ? table.schemas[method.response] : undefined;
  return Object.hasOwn(method.parameters, 'pageToken') && Object.hasOwn(answer?.properties ?? {}, 'nextPageToken');
}
