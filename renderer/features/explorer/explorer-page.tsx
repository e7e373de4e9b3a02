import { Button, Select, TextInput } from '@mantine/core';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { CallResponse } from '../../ui/call-response.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import type { WaitingCall } from '../consent/consent-run.ts';
import { CallPage, type CallPageContext } from './call-page.tsx';
import css from './explorer-page.module.css';
import { apis, methodOf, methodsOf, type ApiId } from './methods.ts';

/** Calls by hand: API, method, parameters by their API names, and the whole answer. */
export function ExplorerPage() {
  return (
    <CallPage title="API Explorer" subtitle="One call at a time, with the request and the whole answer in view">
      {(context) => <Explorer {...context} />}
    </CallPage>
  );
}

function Explorer({ authorization, mend }: CallPageContext) {
  const bridge = useBridge();
  const { busy, result, problem, start, cancel, clear } = useCall();
  const [api, setApi] = useState<ApiId>('calendar');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  const method = methodOf(api);
  const missing = (name: string): boolean => (values[name] ?? '').trim() === '';
  const group = (values['groupUniqueId'] ?? '').trim();

  const send = (): void => {
    setAsked(true);
    if (method.parameters.some(missing)) return;
    const authorizationId = authorization.id;
    void start((callId) =>
      api === 'calendar'
        ? bridge.listCalendars({ authorizationId, callId })
        : bridge.readGroupSettings({ authorizationId, callId, groupEmail: group }),
    );
  };
  const waiting: WaitingCall = api === 'calendar' ? { kind: 'list-calendars' } : { kind: 'read-group-settings', groupEmail: group };

  return (
    <div className={css.columns}>
      <Card padded>
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Select
            label="API"
            data={apis.map(({ id, title }) => ({ value: id, label: title }))}
            value={api}
            onChange={(id) => {
              const chosen = apis.find((one) => one.id === id);
              if (chosen === undefined) return;
              setApi(chosen.id);
              setAsked(false);
              clear();
            }}
          />
          <Select label="Method" data={methodsOf(api)} value={method.id} />
          <div className={css.method}>
            <p className={css.path}>
              <Chip mono>{method.verb}</Chip>
              <span className="gd-mono">{method.path}</span>
            </p>
            <p className={css.about}>{method.about}</p>
          </div>
          {method.parameters.map((name) => (
            <TextInput
              key={name}
              label={name}
              required
              withAsterisk={false}
              description={method.hints[name]}
              value={values[name] ?? ''}
              error={asked && missing(name) ? `${name} is part of the path: fill it in.` : null}
              spellCheck={false}
              autoComplete="off"
              classNames={{ input: 'gd-mono' }}
              onChange={(event) => {
                setValues({ ...values, [name]: event.currentTarget.value });
              }}
            />
          ))}
          <Button variant="filled" type="submit" leftSection={<Send size={14} strokeWidth={1.75} />} loading={busy}>
            Send
          </Button>
        </form>
      </Card>
      <div className={css.answer}>
        {problem !== null && <ProblemNotice problem={problem} />}
        <CallResponse
          result={result}
          busy={busy}
          idle="Google’s answer appears here, with its status, headers and body."
          onCancel={cancel}
          onRemedy={(remedy) => {
            mend(remedy, send, waiting);
          }}
        />
        {result !== null && !busy && (
          <Card padded>
            <h2 className="gd-section-title">Request as sent</h2>
            <p className={`gd-mono gd-selectable ${css.headers}`}>
              {result.request.method} {result.request.url}
            </p>
            <dl className={`gd-mono ${css.headers}`}>
              {result.request.headers.map(([name, value]) => (
                <div key={`${name} ${value}`}>
                  <dt>{name}:</dt> <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )}
      </div>
    </div>
  );
}
