import { Button } from '@mantine/core';
import type { ReachDto } from '../../../preload/contract/insight.ts';
import { hashOf } from '../../app/route.ts';
import { useOneCall } from '../../app/use-one-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './unknown-scopes.module.css';

type Unknown = ReachDto['unknown'][number];
type Api = NonNullable<Unknown['api']>;

/** `drive v3` */
function apiName(api: Api): string {
  return `${api.name} ${api.version}`;
}

/** Granted scopes of APIs that are not known here, by the API that would tell what they open. */
function byApi(unknown: readonly Unknown[]): readonly { readonly api: Api | null; readonly scopes: readonly Unknown['scope'][] }[] {
  const groups = new Map<string, { readonly api: Api | null; readonly scopes: Unknown['scope'][] }>();
  for (const { api, scope } of unknown) {
    const key = api === null ? '' : apiName(api);
    const group = groups.get(key) ?? { api, scopes: [] };
    groups.set(key, group);
    group.scopes.push(scope);
  }
  return [...groups.values()];
}

/** What cannot be said yet, and how to find out. */
export function UnknownScopes({ unknown }: { readonly unknown: ReachDto['unknown'] }) {
  if (unknown.length === 0) return null;
  return (
    <Section title="Not in the picture" hint="Granted, but the methods of their API are not known here yet">
      <Card rows>
        {byApi(unknown).map(({ api, scopes }) => (
          <div key={api === null ? '' : apiName(api)} className={classes.group}>
            <ul className={classes.scopes} aria-label={api === null ? 'Scopes of an unknown API' : `Scopes of ${apiName(api)}`}>
              {scopes.map((scope) => (
                <li key={scope.scope} className={classes.scope}>
                  <span>{scope.title}</span>
                  <span className="gd-mono" title={scope.scope}>
                    {scope.shortName}
                  </span>
                  <SensitivityMark of={scope.sensitivity} confirmed={scope.sensitivityConfirmed} />
                </li>
              ))}
            </ul>
            {api === null ? (
              <p className={classes.add}>
                <a href={hashOf({ page: 'explorer' })}>Add their API in API Explorer</a> to see what they open.
              </p>
            ) : (
              <FetchApi api={api} />
            )}
          </div>
        ))}
      </Card>
    </Section>
  );
}

/** Fetches the document of an API; the page asks again by itself once the API is known. */
function FetchApi({ api }: { readonly api: Api }) {
  const bridge = useBridge();
  const call = useOneCall();
  const action = useAction();
  const fetchIt = (): void => {
    const callId = call.begin();
    void action.start(() => bridge.fetchApi({ name: api.name, version: api.version, callId })).then((answer) => {
      if (call.settle(callId) && answer.ok) showToast(`${answer.value.title} is known now`);
    });
  };
  return (
    <div className={classes.add}>
      <div className={classes.buttons}>
        <Button size="sm" variant="light" loading={action.busy} onClick={fetchIt}>
          Fetch the {apiName(api)} API
        </Button>
        {action.busy && (
          <Button size="sm" variant="subtle" color="gray" onClick={call.cancel}>
            Cancel
          </Button>
        )}
        <a href={hashOf({ page: 'explorer' })}>Open API Explorer</a>
      </div>
      {action.problem !== null && <ProblemNotice problem={action.problem} />}
    </div>
  );
}
