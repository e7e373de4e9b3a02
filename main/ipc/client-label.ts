/** A client's short name: its project's id, or the start of its client id. */
export function labelOf(client: { readonly clientId: string; readonly projectId?: string | null }): string {
  if (client.projectId !== undefined && client.projectId !== null && client.projectId !== '') return client.projectId;
  const start = client.clientId.replace(/\.apps\.googleusercontent\.com$/, '');
  return start.length <= 24 ? start : `${start.slice(0, 23)}…`;
}
