import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeBridge } from '../../../bridge/fake-bridge.ts';
import { eventBody } from '../testing/schemas.ts';
import { BodyEditor } from './body-editor.tsx';

function Editor({ start = '' }: { readonly start?: string }) {
  const [text, setText] = useState(start);
  return <BodyEditor schema={eventBody} value={text} problem={null} onChange={setText} />;
}

const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Request body' });
const open = (start?: string) => renderPage(<Editor {...(start === undefined ? {} : { start })} />, fakeBridge());

describe('the body', () => {
  it('names a mistake while it is typed, with its place', async () => {
    const user = await open();
    await user.click(body());
    await user.paste('{\n  "summary" "Dinner"\n}');
    expect(body()).toBeInvalid();
    expect(body()).toHaveAccessibleDescription('Line 2, column 13: A colon belongs between the name and its value.');
    expect(screen.getByRole('button', { name: 'Format' })).toBeDisabled();
  });

  it('starts from a skeleton, and adds only what is missing to what is there', async () => {
    const user = await open('{"start":{"date":"2026-11-26"}}');
    await user.click(screen.getByRole('button', { name: 'Insert skeleton' }));
    expect(JSON.parse(body().value)).toMatchObject({ start: { date: '2026-11-26' }, end: { dateTime: expect.any(String) as string } });
  });

  it('completes names and values by keyboard', async () => {
    const user = await open();
    await user.click(body());
    await user.keyboard('{{"vis');
    const list = await screen.findByRole('listbox', { name: 'What fits here' });
    expect(within(list).getByRole('option', { selected: true })).toHaveTextContent('visibility');
    expect(body()).toHaveAttribute('aria-activedescendant', within(list).getByRole('option', { selected: true }).id);
    await user.keyboard('{Enter}');
    expect(body()).toHaveValue('{"visibility": ""');
    await user.keyboard('{Control>} {/Control}');
    expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual(['defaultdefault', 'public', 'private']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(body()).toHaveValue('{"visibility": "public"');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('leaves the list by Esc, keeping the text', async () => {
    const user = await open();
    await user.click(body());
    await user.keyboard('{{"s{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(body()).toHaveValue('{"s');
  });
});

describe('the schema beside it', () => {
  it('opens level by level, however often a schema holds itself, and shows hostile words as words', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Schema' }));
    const tree = screen.getByRole('region', { name: 'Schema Event' });
    for (let level = 0; level < 3; level += 1) {
      const folds = within(tree).getAllByRole('button', { name: 'Inside related' });
      expect(folds).toHaveLength(level + 1);
      await user.click(folds[level] ?? tree);
    }
    expect(within(tree).getAllByText('<img src=x onerror=alert(1)>').length).toBe(4);
    expect(tree.querySelector('img')).toBeNull();
  });

  it('puts a property into the body, with the objects around it', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Schema' }));
    await user.click(screen.getByRole('button', { name: 'Inside start' }));
    await user.click(screen.getByRole('button', { name: 'Insert start.timeZone' }));
    await user.click(screen.getByRole('button', { name: 'Insert summary' }));
    expect(JSON.parse(body().value)).toEqual({ start: { timeZone: '' }, summary: '' });
    expect(screen.queryByRole('button', { name: 'Insert id' })).toBeNull();
  });
});
