import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { ApiParameterDto } from '../../../../preload/contract/apis.ts';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeBridge } from '../../../bridge/fake-bridge.ts';
import { EMPTY_DRAFT, requestOf, withValues } from '../desk/draft.ts';
import { parameter } from '../testing/samples.ts';
import { ParameterForm } from './parameter-form.tsx';

function Form({ parameters }: { readonly parameters: readonly ApiParameterDto[] }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  return (
    <>
      <ParameterForm
        parameters={parameters}
        draft={draft}
        problems={[]}
        onChange={(name, values) => {
          setDraft(withValues(draft, name, values));
        }}
      />
      <output>{JSON.stringify(requestOf('a', 'calendar:v3', { id: 'm', body: null, parameters }, draft).parameters)}</output>
    </>
  );
}

/** What would be sent now. */
const sent = () => JSON.parse(screen.getByRole('status').textContent) as Readonly<Record<string, readonly string[]>>;
const required = (name: string, over: Partial<ApiParameterDto> = {}) => parameter(name, { required: true, ...over });

describe('fields by their kinds', () => {
  it('a boolean is not sent, true or false', async () => {
    const parameters = [required('showDeleted', { type: 'boolean', default: 'false' })];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    const choice = screen.getByRole('radiogroup', { name: /^showDeleted/ });
    expect(within(choice).getByRole('radio', { name: 'Not set (false)' })).toBeChecked();
    await user.click(within(choice).getByRole('radio', { name: 'false' }));
    expect(sent()).toEqual({ showDeleted: ['false'] });
    await user.click(within(choice).getByRole('radio', { name: 'Not set (false)' }));
    expect(sent()).toEqual({});
  });

  it('a repeated one has a row for each value', async () => {
    const parameters = [required('eventTypes', { repeated: true })];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    await user.type(screen.getByRole('textbox', { name: 'eventTypes' }), 'default');
    await user.click(screen.getByRole('button', { name: 'Add a value' }));
    await user.type(screen.getByRole('textbox', { name: 'eventTypes 2' }), 'focusTime');
    expect(sent()).toEqual({ eventTypes: ['default', 'focusTime'] });
    await user.click(screen.getByRole('button', { name: 'Remove eventTypes 1' }));
    expect(sent()).toEqual({ eventTypes: ['focusTime'] });
  });

  it('a short list is offered, and another text taken', async () => {
    const parameters = [required('orderBy', { enum: ['startTime', 'updated'] })];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    await user.click(screen.getByRole('combobox', { name: 'orderBy' }));
    await user.click(await screen.findByRole('option', { name: 'updated' }));
    expect(sent()).toEqual({ orderBy: ['updated'] });
    await user.clear(screen.getByRole('combobox', { name: 'orderBy' }));
    await user.type(screen.getByRole('combobox', { name: 'orderBy' }), 'newer');
    expect(sent()).toEqual({ orderBy: ['newer'] });
  });

  it('a moment can be now, and a number says its range and default', async () => {
    const parameters = [required('timeMin', { format: 'date-time' }), required('maxResults', { type: 'integer', minimum: '1', maximum: '2500', default: '250' })];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    await user.click(screen.getByRole('button', { name: 'Now as timeMin' }));
    expect(sent()['timeMin']?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(screen.getByRole('textbox', { name: 'maxResults' })).toHaveAccessibleDescription('whole number · 1 to 2500');
    expect(screen.getByRole('textbox', { name: 'maxResults' })).toHaveAttribute('placeholder', 'default: 250');
  });

  it('a name that every object has is a name like any other', async () => {
    const parameters = [required('constructor'), required('__proto__')];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    expect(screen.getByRole('textbox', { name: 'constructor' })).toHaveValue('');
    await user.type(screen.getByRole('textbox', { name: '__proto__' }), 'x');
    expect(Object.entries(sent())).toEqual([['__proto__', ['x']]]);
  });
});

describe('the optional ones', () => {
  it('are folded, found by a filter, those of every method last', async () => {
    const parameters = [parameter('fields', { global: true }), ...Array.from({ length: 12 }, (_, at) => parameter(`option${at}`))];
    const user = await renderPage(<Form parameters={parameters} />, fakeBridge());
    expect(screen.queryByRole('textbox', { name: 'option1' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More parameters (13)' }));
    expect(screen.getAllByRole('textbox').at(-1)).toHaveAccessibleName('fields');
    await user.type(screen.getByRole('searchbox', { name: 'Filter parameters' }), 'option11');
    expect(screen.getAllByRole('textbox').map((one) => one.getAttribute('value'))).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: 'Filter parameters' }), 'zzz');
    expect(screen.getByText('No parameter is called so. Change the filter.')).toBeInTheDocument();
  });
});
