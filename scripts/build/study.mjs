// An esbuild plugin for the library of the Study view: all notes and all bundled decks, each as one JSON file.
// The extension reads them when the view is first opened; nothing of them is in a bundle that every start has to load.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { renderNote } from './note.mjs';

const made = {
  notes: { folder: 'media/study/notes', ending: '.md', read: (id, text) => renderNote(id, text) },
  decks: { folder: 'media/study/questions', ending: '.deck.yaml', read: (_id, text) => parse(text, { schema: 'core' }) },
};

/** Entry points: `study:notes` and `study:decks`. */
export const study = {
  name: 'study',
  setup(build) {
    build.onResolve({ filter: /^study:(notes|decks)$/ }, ({ path }) => ({ path: `${path.slice('study:'.length)}.json`, namespace: 'study' }));
    build.onLoad({ filter: /.*/, namespace: 'study' }, async ({ path }) => {
      const { folder, ending, read } = made[path.slice(0, -'.json'.length)];
      const files = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
      const paths = files.map((name) => resolve(join(folder, name)));
      const watched = { watchDirs: [resolve(folder)], watchFiles: paths };
      const errors = [];
      const values = [];
      for (const [index, file] of paths.entries()) {
        try {
          values.push(read(files[index].slice(0, -ending.length), await readFile(file, 'utf8')));
        } catch (error) {
          errors.push({ text: error.message, location: { file: join(folder, files[index]) } });
        }
      }
      return { contents: JSON.stringify(values), loader: 'copy', errors, ...watched };
    });
  },
};
