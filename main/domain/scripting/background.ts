/** Exit code of a start with `--background` while `Let scripts ask` is off. */
export const SWITCHED_OFF = 23;
