import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MantineProvider } from '@mantine/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAtFirst, visibleRows } from './json-tree-rows.ts';
import { searchJson } from './json-tree-search.ts';
import { JsonTree } from './json-tree.tsx';

const answer = { kind: 'list', items: [{ id: 'a', 'odd name': '<img src=x onerror=alert(1)>' }, { id: 'b' }] };

beforeAll(() => {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 480 });
});

function show(value: unknown) {
  render(
    <MantineProvider env="test">
      <JsonTree value={value} />
    </MantineProvider>,
  );
  return userEvent.setup();
}

const tree = () => screen.getByRole('tree', { name: 'Body' });
const lines = () => within(tree()).getAllByRole('treeitem');

describe('the tree', () => {
  it('is walked, unfolded and folded by keyboard', async () => {
    const user = show(answer);
    expect(lines().map((one) => one.textContent)).toEqual(['{ kind, items }', 'kind: "list"', 'items: [ 2 ]', '0: { id, odd name }', '1: { id }']);
    tree().focus();
    await user.keyboard('{End}{ArrowUp}{ArrowRight}');
    expect(lines().map((one) => one.textContent)).toContain('odd name: "<img src=x onerror=alert(1)>"');
    expect(tree().querySelector('img')).toBeNull();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText('items[0].id')).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(lines()).toHaveLength(5);
    expect(lines()[3]).toHaveAttribute('aria-expanded', 'false');
  });

  it('is searched, opening what hides a match, and copies path and value', async () => {
    const user = show(answer);
    await user.type(screen.getByRole('searchbox', { name: 'Search in the answer' }), 'IMG');
    expect(await screen.findByText('1 found')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy path' }));
    expect(await navigator.clipboard.readText()).toBe('items[0]["odd name"]');
    await user.click(screen.getByRole('button', { name: 'Copy value' }));
    expect(await navigator.clipboard.readText()).toBe('<img src=x onerror=alert(1)>');
  });

  it('draws few lines of a hundred thousand', () => {
    show({ items: Array.from({ length: 100_000 }, (_, at) => ({ id: at })) });
    expect(lines().length).toBeLessThan(80);
  });
});

describe('its lines', () => {
  it('all open, name every value once, and any depth is fine', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const paths = visibleRows(value, { has: () => true } as unknown as ReadonlySet<string>).map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
    const deep: unknown = JSON.parse('['.repeat(5_000) + '1' + ']'.repeat(5_000));
    expect(visibleRows(deep, { has: () => true } as unknown as ReadonlySet<string>)).toHaveLength(5_001);
    expect(searchJson(deep, '1')[0]?.parents).toHaveLength(5_000);
  });

  it('searches a list of any length', () => {
    expect(searchJson([...Array.from({ length: 300_000 }, () => 0), 1], '1')).toHaveLength(1);
  });

  it('starts with a long list folded', () => {
    expect([...openAtFirst({ few: [1], many: Array.from({ length: 501 }, () => 1) })]).toEqual(['', 'few']);
  });
});
