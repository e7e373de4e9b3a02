/**
 * Every colour a component may use, as a CSS variable: [light, dark].
 * Petrol says what can be done, moss/amber/brick/gray how an authorization is, slate/iris/orchid how much a scope exposes.
 * Contrast: text pairs are at least 4.5:1, marks that carry meaning at least 3:1 (tokens.test.ts keeps it so).
 */
export const colorTokens = {
  /** Page inside the sheet. */
  '--gd-canvas': ['#F9FBFB', '#161C1F'],
  /** Window, title strip, sidebar. */
  '--gd-sidebar': ['#F3F5F7', '#101517'],
  /** Cards, lists, calendar grid. */
  '--gd-surface': ['#FFFFFF', '#1B2124'],
  /** Response body, dialog aside, inset note. */
  '--gd-sunken': ['#F9FBFB', '#13191B'],
  /** Dialogs in dark. */
  '--gd-raised': ['#FFFFFF', '#1F2629'],
  /** Row hover, tag, quiet disabled. */
  '--gd-hover': ['#F3F5F7', '#22292C'],
  /** Pressed, track, count, segmented track (light). */
  '--gd-active': ['#EBEEF0', '#282F33'],
  /** Row divider, grid line. */
  '--gd-line': ['#EBEEF0', '#262D31'],
  /** Card and button border, section rule. */
  '--gd-line-2': ['#DEE3E5', '#30383C'],
  /** Border of inputs, checkboxes, switches off, dashed refused. */
  '--gd-control': ['#889397', '#687277'],
  /** Titles, values. */
  '--gd-text': ['#121B1F', '#E7EAEC'],
  /** Secondary text, labels. */
  '--gd-text-2': ['#4D595F', '#B4BCC0'],
  /** Meta, placeholder, disabled text. */
  '--gd-text-3': ['#646F75', '#99A2A6'],
  /** Filled button, ticked box, switch on. */
  '--gd-brand': ['#066D7C', '#137787'],
  /** Filled hover. */
  '--gd-brand-hover': ['#02535F', '#1D8091'],
  /** Links, tinted button text, active nav icon. */
  '--gd-brand-text': ['#016372', '#80CCDB'],
  /** Tinted button, selected row, practice banner. */
  '--gd-brand-tint': ['#EEF9FB', '#182B2F'],
  /** Tinted hover, avatar, new value in a diff. */
  '--gd-brand-tint-2': ['#DAF2F7', '#18353B'],
  /** Border of tinted things. */
  '--gd-brand-line': ['#BBE5EE', '#204C55'],
  /** Text on brand. */
  '--gd-on-brand': ['#FFFFFF', '#FFFFFF'],
  /** Ring, timeline, reach bar, flow arrows. */
  '--gd-mark': ['#188698', '#4FAEC0'],
  /** Finished step badge. */
  '--gd-step': ['#066D7C', '#4FAEC0'],
  /** Success mark, icon, bar. */
  '--gd-ok': ['#348B55', '#5BAD76'],
  /** Success text. */
  '--gd-ok-text': ['#1C6539', '#84D39C'],
  /** Success background. */
  '--gd-ok-tint': ['#EFFAF2', '#1C2C21'],
  /** Success border. */
  '--gd-ok-line': ['#BFE9CA', '#2A4833'],
  /** Warning mark, icon, bar. */
  '--gd-warn': ['#C17C22', '#DBA24F'],
  /** Warning text. */
  '--gd-warn-text': ['#814F0D', '#EFC178'],
  /** Warning background. */
  '--gd-warn-tint': ['#FFF6EC', '#322718'],
  /** Warning border. */
  '--gd-warn-line': ['#FFD8AA', '#543F25'],
  /** Danger mark, icon, bar. */
  '--gd-bad': ['#CE4644', '#DF6862'],
  /** Danger text. */
  '--gd-bad-text': ['#AA2A2C', '#F7A09A'],
  /** Danger background. */
  '--gd-bad-tint': ['#FFF4F3', '#37211F'],
  /** Danger border. */
  '--gd-bad-line': ['#FED0CB', '#673430'],
  /** Danger filled (confirm Revoke). */
  '--gd-bad-fill': ['#AD3333', '#AD3B39'],
  /** Non-sensitive mark, icon, bar. */
  '--gd-s1': ['#667B88', '#899BA6'],
  /** Non-sensitive text. */
  '--gd-s1-text': ['#4F6470', '#B5C3CC'],
  /** Non-sensitive background. */
  '--gd-s1-tint': ['#E8EEF1', '#262E33'],
  /** Non-sensitive border. */
  '--gd-s1-line': ['#BBCAD3', '#3E4A51'],
  /** Sensitive mark, icon, bar. */
  '--gd-s2': ['#6F67CB', '#8986DC'],
  /** Sensitive text. */
  '--gd-s2-text': ['#5950AF', '#B8B6F6'],
  /** Sensitive background. */
  '--gd-s2-tint': ['#F5F6FF', '#27273E'],
  /** Sensitive border. */
  '--gd-s2-line': ['#D7D9FF', '#43416F'],
  /** Restricted mark, icon, bar. */
  '--gd-s3': ['#B04B98', '#C874B1'],
  /** Restricted text. */
  '--gd-s3-text': ['#94317E', '#EAA9D6'],
  /** Restricted background. */
  '--gd-s3-tint': ['#FDF4FA', '#372231'],
  /** Restricted border. */
  '--gd-s3-line': ['#F6CFE9', '#603855'],
  /** Success event block. */
  '--gd-ok-tint-2': ['#DDF4E2', '#203526'],
  /** Non-sensitive event block. */
  '--gd-s1-tint-2': ['#D4DEE4', '#2D373D'],
  /** Sensitive event block. */
  '--gd-s2-tint-2': ['#EAEBFE', '#2F2E48'],
  /** Restricted event block. */
  '--gd-s3-tint-2': ['#FAE6F3', '#3F2A39'],
  /** Focus ring. */
  '--gd-focus': ['#188698', '#56B4C6'],
  /** Behind a modal. */
  '--gd-scrim': ['rgba(20,34,40,.30)', 'rgba(5,8,10,.60)'],

  /** Default button. */
  '--gd-button': ['#FFFFFF', '#23292D'],
  /** Inside of an input. */
  '--gd-field': ['#FFFFFF', '#161C1F'],
  /** Dialogs, popovers and toasts. */
  '--gd-dialog': ['#FFFFFF', '#1F2629'],
  /** Their border: in light the shadow draws it. */
  '--gd-dialog-line': ['transparent', '#363F44'],
  /** The navigation link of the page that is open. */
  '--gd-nav-active': ['#FFFFFF', '#22292C'],
  /** Segmented control: track and thumb. */
  '--gd-track': ['#EBEEF0', '#101517'],
  '--gd-thumb': ['#FFFFFF', '#2A3236'],
  /** The part of a ring that is used up. */
  '--gd-ring-track': ['#EBEEF0', '#2C3439'],
  /** The product mark's ground. */
  '--gd-logo': ['#0B5F6D', '#12707F'],
  /** Stripes of the practice banner, the only hatch in the product. */
  '--gd-hatch': ['rgba(6,109,124,.10)', 'rgba(128,204,219,.10)'],
} as const satisfies Record<`--gd-${string}`, readonly [light: string, dark: string]>;

/** Heights: 0 a card, 1 a selected pill, 3 a dialog, popover or toast. In dark, height comes from lightness. */
export const shadowTokens = {
  '--gd-shadow-0': ['0 1px 1px rgba(18,34,40,.04)', '0 1px 1px rgba(0,0,0,.2)'],
  '--gd-shadow-1': ['0 1px 2px rgba(18,34,40,.07)', '0 1px 2px rgba(0,0,0,.3)'],
  '--gd-shadow-3': [
    '0 0 0 1px rgba(18,34,40,.07), 0 4px 12px rgba(18,34,40,.08), 0 24px 64px rgba(18,34,40,.20)',
    '0 4px 12px rgba(0,0,0,.35), 0 24px 64px rgba(0,0,0,.5)',
  ],
} as const satisfies Record<`--gd-${string}`, readonly [light: string, dark: string]>;
