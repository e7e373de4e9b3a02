import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  Paper,
  Popover,
  Radio,
  rem,
  SegmentedControl,
  Select,
  Skeleton,
  Switch,
  Tooltip,
} from '@mantine/core';
import controls from './controls.module.css';
import { amber, brick, dark, gray, iris, moss, orchid, petrol, slate } from './ramps.ts';

const TEXT =
  '"Inter Variable", -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", "Adwaita Sans", Cantarell, Ubuntu, "Noto Sans", sans-serif';
const MONO = '"JetBrains Mono Variable", ui-monospace, "SF Mono", "Cascadia Mono", "Adwaita Mono", "DejaVu Sans Mono", monospace';

/** Heights of buttons: rows and toolbars, everywhere else, empty states. */
const BUTTON = {
  sm: { height: 28, padding: 10, font: 13 },
  md: { height: 32, padding: 13, font: 13 },
  lg: { height: 40, padding: 19, font: 14 },
} as const;

/**
 * The app's Mantine theme. Buttons: `filled` once per view, `light` for the next sensible step, `default`, and
 * `subtle` in gray for Cancel and row actions; sizes `sm` 28 (rows, toolbars), `md` 32, `lg` 40 (empty states).
 * A dangerous button is `<Button variant="default" color="brick" className="gd-danger">`, filled only inside its dialog.
 */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  autoContrast: false,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  white: '#FFFFFF',
  black: '#121B1F',
  colors: { petrol, gray, dark, moss, amber, brick, slate, iris, orchid },
  fontFamily: TEXT,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: rem(11), sm: rem(12), md: rem(13), lg: rem(14), xl: rem(18) },
  lineHeights: { xs: '1.36', sm: '1.36', md: '1.45', lg: '1.43', xl: '1.34' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: rem(6), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(5), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(14) },
  headings: {
    fontFamily: TEXT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: '1.28' },
      h2: { fontSize: rem(18), lineHeight: '1.34' },
      h3: { fontSize: rem(14), lineHeight: '1.43' },
      h4: { fontSize: rem(13), lineHeight: '1.45' },
      h5: { fontSize: rem(12), lineHeight: '1.36' },
      h6: { fontSize: rem(12), lineHeight: '1.36' },
    },
  },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md', variant: 'default' },
      classNames: { root: controls.button ?? '' },
      vars: (_theme, { size }) => {
        const { height, padding, font } = size === 'sm' ? BUTTON.sm : size === 'lg' ? BUTTON.lg : BUTTON.md;
        return { root: { '--button-height': rem(height), '--button-padding-x': rem(padding), '--button-fz': rem(font) } };
      },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 28 },
      classNames: { root: controls.actionIcon ?? '' },
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      classNames: { input: controls.input ?? '' },
      vars: (_theme, props) => ({
        wrapper: {
          '--input-bd': 'var(--gd-control)',
          '--input-bg': 'var(--gd-field)',
          '--input-fz': rem(13),
          '--input-height': props.size === 'sm' ? rem(30) : rem(34),
        },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      classNames: { label: controls.label ?? '', description: controls.description ?? '', error: controls.error ?? '' },
    }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, checkIconPosition: 'right' },
      classNames: { dropdown: controls.dropdown ?? '', option: controls.option ?? '' },
    }),
    Menu: Menu.extend({ classNames: { dropdown: controls.dropdown ?? '', item: controls.option ?? '' } }),
    Popover: Popover.extend({ classNames: { dropdown: controls.dropdown ?? '' } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'xl',
        centered: true,
        overlayProps: { blur: 0, color: 'var(--gd-scrim)', backgroundOpacity: 1 },
        transitionProps: { transition: 'fade-up', duration: 220 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      classNames: {
        content: controls.dialog ?? '',
        header: controls.dialogHeader ?? '',
        title: controls.dialogTitle ?? '',
        body: controls.dialogBody ?? '',
        overlay: controls.overlay ?? '',
      },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' }, classNames: { input: controls.tick ?? '', label: controls.choice ?? '' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' }, classNames: { radio: controls.tick ?? '', label: controls.choice ?? '' } }),
    Switch: Switch.extend({
      defaultProps: { size: 'sm', withThumbIndicator: false },
      classNames: { track: controls.switchTrack ?? '', label: controls.choice ?? '' },
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: controls.segments ?? '', indicator: controls.segmentThumb ?? '', label: controls.segmentLabel ?? '' },
    }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg', withBorder: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false }, classNames: { tooltip: controls.tooltip ?? '' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'xs' } }),
  },
});
