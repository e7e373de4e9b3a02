import { Button, Checkbox } from '@mantine/core';
import { Send } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { ApiMethodDto } from '../../../preload/contract/apis.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BodyEditor } from './body/body-editor.tsx';
import css from './call-form.module.css';
import { withValues, type Draft } from './desk/draft.ts';
import type { MethodCall } from './desk/use-method-call.ts';
import { focusProblem } from './form/parameter-field.tsx';
import { ParameterForm } from './form/parameter-form.tsx';

interface CallFormProps {
  readonly method: ApiMethodDto;
  readonly draft: Draft;
  readonly call: MethodCall;
  readonly onChange: (draft: Draft) => void;
  readonly onSend: () => void;
}

/** What a method takes, and the button that sends it. Ctrl+Enter sends from anywhere inside. */
export function CallForm({ method, draft, call, onChange, onSend }: CallFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { invalid, busy } = call;
  const { body, schemas, id } = method;
  const schema = useMemo(() => (body === null ? null : { body, schemas, methodId: id }), [body, schemas, id]);
  const fields = new Set([...method.parameters.map(({ name }) => name), ...(body === null ? [] : ['body'])]);
  const elsewhere = invalid.filter(({ field }) => !fields.has(field));
  useEffect(() => {
    if (form.current !== null && invalid.length > 0) {
      focusProblem(
        form.current,
        invalid.map(({ field }) => field),
      );
    }
  }, [invalid]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!busy) onSend();
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the shortcut belongs to every field in it
    <form
      ref={form}
      className={css.form}
      aria-label={id}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <ParameterForm
        parameters={method.parameters}
        draft={draft}
        problems={invalid}
        onChange={(name, values) => {
          call.mended(name);
          onChange(withValues(draft, name, values));
        }}
      />
      {schema !== null && (
        <BodyEditor
          schema={schema}
          value={draft.body}
          problem={invalid.find(({ field }) => field === 'body')?.message ?? null}
          onChange={(text) => {
            call.mended('body');
            onChange({ ...draft, body: text });
          }}
        />
      )}
      {elsewhere.length > 0 && (
        <Notice tone="bad" title="This cannot be sent.">
          {elsewhere.map(({ field, message }) => (
            <p key={field}>
              <span className="gd-mono">{field}</span>: {message}
            </p>
          ))}
        </Notice>
      )}
      <div className={css.send}>
        <Button
          type="submit"
          variant="filled"
          color={method.effect === 'delete' || method.effect === 'share' ? 'brick' : 'petrol'}
          leftSection={<Send size={14} strokeWidth={1.75} aria-hidden="true" />}
          loading={busy}
        >
          Send
        </Button>
        <KeyHint keys="Ctrl Enter" />
        {method.pageable && (
          <Checkbox
            label="Load all pages"
            checked={draft.allPages}
            onChange={(event) => {
              onChange({ ...draft, allPages: event.currentTarget.checked });
            }}
          />
        )}
      </div>
    </form>
  );
}
