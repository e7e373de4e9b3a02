import { Tooltip } from '@mantine/core';
import { needingAttention } from '../../app/attention.ts';
import { hashOf, useRoute } from '../../app/route.ts';
import { useAuthorizations } from '../../bridge/hooks.ts';
import { navGroups, navPageOf } from './nav-items.ts';
import css from './main-nav.module.css';

/** Navigation landmark. In the narrow rail the words are hidden from the eye only, and come back as tooltips. */
export function MainNav({ rail }: { readonly rail: boolean }) {
  const current = navPageOf(useRoute().page);
  const waiting = needingAttention(useAuthorizations()).length;
  return (
    <nav className={css.nav} aria-label="Main">
      {navGroups.map((group) => (
        <ul key={group[0]?.page} className={css.group}>
          {group.map(({ page, label, icon: Icon }) => (
            <li key={page}>
              <Tooltip label={label} position="right" disabled={!rail}>
                <a className={css.link} href={hashOf({ page })} aria-current={page === current ? 'page' : undefined} draggable={false}>
                  <Icon className={css.icon} size={16} strokeWidth={1.75} aria-hidden="true" />
                  <span className={rail ? 'gd-visually-hidden' : css.label}>{label}</span>
                  {page === 'authorizations' && waiting > 0 && (
                    <span className={css.badge} aria-hidden="true">
                      {waiting}
                    </span>
                  )}
                </a>
              </Tooltip>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
