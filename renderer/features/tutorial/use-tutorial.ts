import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { ClientDto } from '../../../preload/contract/clients.ts';
import type { CallHistoryRowDto } from '../../../preload/contract/explorer.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import type { TutorialDto } from '../../../preload/contract/tutorial.ts';
import { useAccount } from '../../app/use-account.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useClients } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';

export interface TutorialDesk {
  readonly clients: readonly ClientDto[];
  readonly client: ClientDto | null;
  /** Those of the client. */
  readonly authorizations: readonly AuthorizationDto[];
  readonly authorization: AuthorizationDto | null;
  readonly chooseClient: (id: string) => void;
  /** The other pages work with this account too, from then on. */
  readonly chooseAccount: (id: string) => void;
  /** Null while loading. */
  readonly tutorial: TutorialDto | null;
  readonly problem: ErrorDto | null;
  readonly calls: readonly CallHistoryRowDto[];
  readonly again: () => void;
}

/** Whose client and account stand in the code: at first those of the account looked at last. */
export function useTutorial(): TutorialDesk {
  const bridge = useBridge();
  const clients = useClients();
  const account = useAccount();
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  const of = (id: string | null | undefined): ClientDto | undefined => clients.find((client) => client.id === id);
  const client = of(chosen) ?? of(account.authorization?.client.id) ?? clients[0] ?? null;
  const authorizations = account.authorizations.filter((one) => one.client.id === client?.id);
  const authorization = authorizations.find(({ id }) => id === account.authorization?.id) ?? authorizations.find(({ state }) => state !== 'revoked') ?? authorizations[0] ?? null;
  const authorizationId = authorization?.id ?? null;

  const about = [client?.id, client?.projectId, client?.redirectUris, authorizationId, authorization?.account.email, authorization?.granted.map(({ scope }) => scope), attempt];
  const steps = useLoaded(JSON.stringify(about), () => bridge.tutorial({ clientId: client?.id ?? null, authorizationId }));
  const history = useLoaded<readonly CallHistoryRowDto[]>(JSON.stringify([authorizationId, attempt]), async () =>
    authorizationId === null ? { ok: true, value: [] } : bridge.callHistory({ authorizationId }),
  );

  return {
    clients,
    client,
    authorizations,
    authorization,
    chooseClient: setChosen,
    chooseAccount: account.choose,
    tutorial: steps.value,
    problem: steps.problem ?? history.problem,
    calls: history.value ?? [],
    again() {
      setAttempt((count) => count + 1);
    },
  };
}
