import picomatch from 'picomatch';

/** Tests paths with forward slashes against globs. One without a slash is about the file's name in whichever folder, as in a `.gitignore`. */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  const everywhere = globs.map((glob) => (glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`));
  return everywhere.length === 0 ? () => false : picomatch(everywhere, { dot: true, windows: false });
}
