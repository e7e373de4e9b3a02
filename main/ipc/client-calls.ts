import { importClientTextSchema, removeClientSchema } from '../../preload/contract/clients.ts';
import type { ClientDto, ImportedClientDto } from '../../preload/contract/clients.ts';
import type { Result } from '../../preload/contract/result.ts';
import { answerDone, ask, call, failed, value, type Handlers } from './answer.ts';
import { clientDto } from './client-dto.ts';
import type { Services, Workspace } from './services.ts';

type ClientCalls = Pick<Handlers, 'clients' | 'importClientFile' | 'importClientText' | 'removeClient'>;

/** Characters: the contract's own limit of the text, escaped as JSON, and a little. */
const textCap = 2 * 8 * 1024 * 1024 + 1024;

/** Every client of the workspace as the page sees it. Rejects with the vault's FaultError while it is locked. */
export async function clientDtos(workspace: Workspace): Promise<readonly ClientDto[]> {
  const authorizations = workspace.grants.list();
  return (await workspace.clients.list()).map((client) =>
    clientDto(client, {
      practice: workspace.isPracticeClient(client),
      authorizationCount: authorizations.filter((one) => one.clientRef === client.id).length,
    }),
  );
}

/** The client file that the user named. */
export async function importClientAt(services: Services, path: string): Promise<Result<ImportedClientDto>> {
  const text = await services.readClientFile(path);
  return text.ok ? await importText(services, text.value) : failed(text.error);
}

async function importText(services: Services, text: string): Promise<Result<ImportedClientDto>> {
  const workspace = await services.workspace();
  const imported = await workspace.clients.import(text);
  const note = (outcome: 'ok' | 'failed', detail: string): void => workspace.activity.record({ account: null, what: 'import client', outcome, detail });
  if (!imported.ok) {
    note('failed', imported.error.message);
    return failed(imported.error);
  }
  services.clientsChanged();
  const { client, updated } = imported.value;
  note('ok', `${client.clientId}${updated ? ' · known before, updated' : ''}`);
  const authorizationCount = workspace.grants.list().filter((one) => one.clientRef === client.id).length;
  return value({ client: clientDto(client, { practice: workspace.isPracticeClient(client), authorizationCount }), updated });
}

export function clientCalls(services: Services): ClientCalls {
  return {
    clients: ask(async () => value(await clientDtos(await services.workspace()))),
    importClientFile: ask(async () => {
      const path = await services.pickClientFile();
      return path === null ? value(null) : await importClientAt(services, path);
    }),
    importClientText: call(importClientTextSchema, async ({ text }) => await importText(services, text), textCap),
    removeClient: call(removeClientSchema, async ({ id }) => {
      const { clients, activity } = await services.workspace();
      const client = await clients.byId(id);
      const removed = await clients.remove(id);
      if (client !== null) activity.record({ account: null, what: 'remove client', outcome: removed.ok ? 'ok' : 'failed', detail: client.clientId });
      if (removed.ok) services.clientsChanged();
      return answerDone(removed);
    }),
  };
}
