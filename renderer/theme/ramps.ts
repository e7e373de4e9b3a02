import type { MantineColorsTuple } from '@mantine/core';

/** Colour ramps, ten steps each, light to dark (`dark` is the neutral of the dark scheme: light text to deepest ground). */
/** Brand. */
export const petrol: MantineColorsTuple = ['#EEF9FB', '#DAF2F7', '#BBE5EE', '#95D3E0', '#6BBECF', '#40A3B5', '#188698', '#066D7C', '#02535F', '#00343D'];
/** Neutral, light scheme. */
export const gray: MantineColorsTuple = ['#F9FBFB', '#F3F5F7', '#EBEEF0', '#DEE3E5', '#CAD0D3', '#A3ACB1', '#6F7A7F', '#4D595F', '#2D393E', '#121B1F'];
/** Neutral, dark scheme. */
export const dark: MantineColorsTuple = ['#E7EAEC', '#BAC0C3', '#99A2A6', '#687277', '#353D41', '#282F33', '#1F2629', '#161C1F', '#101517', '#0A0E10'];
/** Success. */
export const moss: MantineColorsTuple = ['#EFFAF2', '#DDF4E2', '#BFE9CA', '#9BD8AC', '#74C48D', '#50A96F', '#348B55', '#267143', '#1D5632', '#11361F'];
/** Warning. */
export const amber: MantineColorsTuple = ['#FFF6EC', '#FFECD6', '#FFD8AA', '#FAC077', '#EAA749', '#CE8C29', '#AC7215', '#8E5D0F', '#6F480B', '#492F08'];
/** Danger. */
export const brick: MantineColorsTuple = ['#FFF4F3', '#FEE7E4', '#FED0CB', '#FCACA5', '#F4877F', '#E6625D', '#CE4644', '#AD3333', '#872827', '#591B19'];
/** Sensitivity 1, non-sensitive. */
export const slate: MantineColorsTuple = ['#F4F7F9', '#E8EEF1', '#D4DEE4', '#BBCAD3', '#A0B3BE', '#8397A4', '#667B88', '#4F6470', '#394C57', '#213039'];
/** Sensitivity 2, sensitive. */
export const iris: MantineColorsTuple = ['#F5F6FF', '#EAEBFE', '#D7D9FF', '#C0C1FD', '#A7A5F7', '#8A86E6', '#6F67CB', '#5950AF', '#433B89', '#2A245B'];
/** Sensitivity 3, restricted. */
export const orchid: MantineColorsTuple = ['#FDF4FA', '#FAE6F3', '#F6CFE9', '#EFB0DC', '#E48FCC', '#CE6BB4', '#B04B98', '#93377D', '#722760', '#49173D'];
