/**
 * What electron-store sees as `electron` in unit tests: no app and no ipcMain. It then works as a plain file store and
 * demands an absolute `cwd`, so the real package, with its real habits on a full disk, is what gets tested.
 */
export default {};
