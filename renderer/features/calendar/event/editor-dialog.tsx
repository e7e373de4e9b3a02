import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { EventDetailDto, EventFields, EventWrite, SendUpdates, SeriesScope } from '../../../../preload/contract/calendar.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import css from './editor.module.css';
import { changesOf, faultsOf, fieldsOf, formOf, rebased, type EventForm, type FormFaults } from './event-form.ts';
import parts from './event-parts.module.css';
import { addTyped, GuestFields } from './guest-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { hasOthers } from './people-words.ts';
import { seriesWords } from './recurrence-words.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { SeriesChoice } from './series-choice.tsx';
import { startOfSeries } from './series-start.ts';
import { TellGuests, updatesFor } from './tell-guests.tsx';
import { whenWords, zoned } from './times.ts';
import { useWriter } from './use-writer.ts';
import { WhenFields } from './when-fields.tsx';
import type { Desk } from './windows-context.ts';
import { WriteOutcome } from './write-outcome.tsx';

/** What the form is about: an event to be, or one that is, with what it was when the form opened. */
export type EditorTarget =
  | { readonly kind: 'new'; readonly form: EventForm }
  | { readonly kind: 'edit'; readonly detail: EventDetailDto; readonly fields: EventFields; readonly scope: SeriesScope; readonly form: EventForm };

interface EditorDialogProps {
  readonly desk: Desk;
  readonly target: EditorTarget;
  readonly known: readonly string[];
  readonly onClose: () => void;
  /** Saved, or there is nothing to save to any more. */
  readonly onSaved: () => void;
  /** Called on the way to consent, so that the form is not lost if the user comes back without it. */
  readonly onLeave: (form: EventForm) => void;
}

/** Dialog `New event` or `Edit event`. Nothing typed is lost when a save fails. */
export function EditorDialog({ desk, target, known, onClose, onSaved, onLeave }: EditorDialogProps) {
  const writer = useWriter(desk);
  const now = useNow();
  const [form, setForm] = useState(target.form);
  const [scope, setScope] = useState<SeriesScope>(target.kind === 'edit' ? target.scope : 'this');
  const [typed, setTyped] = useState('');
  const [guestFault, setGuestFault] = useState<string | null>(null);
  const [faults, setFaults] = useState<FormFaults>({});
  const [updates, setUpdates] = useState<SendUpdates | null>(null);
  const [tries, setTries] = useState(0);
  const [unchanged, setUnchanged] = useState(false);
  const area = useRef<HTMLFormElement>(null);

  const detail = target.kind === 'edit' ? target.detail : null;
  const { preferences, calendars } = desk.calendar;
  const base = baseOf(target, scope);
  const others = form.guests.length > 0 || (base?.guests.length ?? 0) > 0 || (detail !== null && hasOthers(detail, detail));
  const today = zoned(new Date(now).toISOString(), desk.zone)?.toPlainDate().toString() ?? new Date(now).toISOString().slice(0, 10);
  const dirty = typed !== '' || form !== target.form;
  const merging = writer.state.phase === 'answered' && writer.state.answer.outcome === 'conflict';
  const gone = writer.state.phase === 'answered' && writer.state.answer.outcome === 'gone';

  useEffect(() => {
    // The first control that has something wrong.
    if (tries > 0) area.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="radiogroup"]:has(~ [role="alert"]) input')?.focus();
  }, [tries]);

  const change = (next: EventForm): void => {
    setForm(next);
    setUnchanged(false);
    // A sentence goes as soon as what it complains about is mended.
    if (Object.keys(faults).length > 0) setFaults(faultsOf(next, detail === null));
  };
  const send = async (write: EventWrite): Promise<void> => {
    const done = await writer.send(write);
    if (done === null) return;
    desk.onDone(write, done, form.summary.trim() === '' ? null : form.summary);
    onSaved();
  };
  const submit = (): void => {
    const added = addTyped(form.guests, typed);
    const ready = { ...form, guests: added.guests };
    setForm(ready);
    setTyped(added.rest);
    setGuestFault(added.fault);
    const found = faultsOf(ready, detail === null);
    setFaults(found);
    setTries(tries + 1);
    const concerned = others || ready.guests.length > 0;
    const sendUpdates = updatesFor(concerned, updates);
    const fields = fieldsOf(ready, base);
    if (fields === null || sendUpdates === null || added.fault !== null || Object.keys(found).length > 0) return;
    if (detail === null || base === null) {
      void send({ kind: 'insert', calendarId: ready.calendarId, fields, sendUpdates });
      return;
    }
    const changes = changesOf(base, fields);
    setUnchanged(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    const etag = scope === 'series' && detail.series !== null ? detail.series.etag : detail.etag;
    void send({ kind: 'patch', calendarId: detail.calendarId, eventId: detail.eventId, scope, sendUpdates, etag, changes });
  };

  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={gone ? onSaved : onClose} title={detail === null ? 'New event' : 'Edit event'} size={640} closeOnEscape={!merging && !dirty} closeOnClickOutside={false}>
      <form
        ref={area}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {detail !== null && detail.seriesId !== null && target.kind === 'edit' && (
          <SeriesChoice
            value={scope}
            one={whenWords(detail, desk.zone, now, preferences.format24Hour)}
            series={detail.recurrence.length === 0 ? null : seriesWords(detail.recurrence, startOfSeries(detail, desk.zone), now)}
            obstacle={detail.series === null ? 'The series could not be read: only this one can be changed now.' : null}
            onChange={(next) => {
              const [from, to] = [baseOf(target, scope), baseOf(target, next)];
              if (from !== null && to !== null) change(rebased(form, formOf(from, form.calendarId, desk.zone), formOf(to, form.calendarId, desk.zone)));
              setScope(next);
            }}
          />
        )}
        <TextInput
          label="Title"
          placeholder="(No title)"
          value={form.summary}
          error={faults.summary}
          data-autofocus
          onChange={(event) => {
            change({ ...form, summary: event.currentTarget.value });
          }}
        />
        {detail === null && (
          <Select
            label="Calendar"
            data={calendars.filter(({ writable }) => writable).map(({ id, title }) => ({ value: id, label: title }))}
            value={form.calendarId === '' ? null : form.calendarId}
            error={faults.calendarId}
            comboboxProps={{ zIndex: 400 }}
            onChange={(calendarId) => {
              change({ ...form, calendarId: calendarId ?? '' });
            }}
          />
        )}
        <WhenFields form={form} faults={faults} onChange={change} today={today} hour24={preferences.format24Hour} weekStart={preferences.weekStart} />
        {detail !== null && detail.seriesId !== null && scope === 'this' ? (
          <p className={css.note}>How it repeats belongs to the whole series.</p>
        ) : (
          <RepeatFields
            form={form}
            fault={faults.repeat}
            today={today}
            weekStart={preferences.weekStart}
            custom={target.form.repeat.kind === 'custom' ? target.form.repeat.kept : form.repeat.kind === 'custom' ? form.repeat.kept : []}
            onChange={(repeat) => {
              change({ ...form, repeat });
            }}
          />
        )}
        <GuestFields
          guests={form.guests}
          typed={typed}
          fault={guestFault}
          known={known}
          onChange={(guests, text, fault) => {
            setTyped(text);
            setGuestFault(fault);
            change({ ...form, guests });
          }}
        />
        <MoreFields form={form} faults={faults} onChange={change} before={base?.description ?? ''} hasConference={detail !== null && detail.conference !== null} />
        <div className={css.foot}>
          <TellGuests others={others} value={updates} onChange={setUpdates} missing={tries > 0} />
          {unchanged && <Notice tone="info" title="Nothing is changed yet." />}
          <WriteOutcome
            desk={{
              ...desk,
              onGrant: (scopes, call) => {
                onLeave(form);
                desk.onGrant(scopes, call);
              },
            }}
            writer={writer}
            onSend={(write) => void send(write)}
          />
          <div className={parts.buttons}>
            <Button variant="subtle" color="gray" onClick={gone ? onSaved : onClose}>
              {gone ? 'Close' : 'Cancel'}
            </Button>
            {!gone && (
              <Button variant="filled" type="submit" loading={writer.busy}>
                Save
              </Button>
            )}
          </div>
        </div>
      </form>
    </Modal>
  );
}

/** What the form is compared with: the instance, or its series. */
function baseOf(target: EditorTarget, scope: SeriesScope): EventFields | null {
  if (target.kind === 'new') return null;
  return scope === 'series' && target.detail.series !== null ? target.detail.series.fields : target.fields;
}
