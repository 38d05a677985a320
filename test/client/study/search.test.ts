import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { searchNotes } from '../../../client/src/study/search';

const note = (id: string, title: string, text: string) => ({ id, title, summary: '', date: '2026-08-07', chapter: 'etl', order: 0, services: [], html: `<p>${text}</p><section class="sources">Sources</section>` });
const notes = [note('glue', 'AWS Glue', 'A crawler infers the schema. It moves no data.'), note('athena', 'Amazon Athena', 'SQL over files; the schema comes from Glue.'), note('emr', 'Amazon EMR', 'Clusters for Spark.')];

suite('the search in the notes', () => {
  const searches: [text: string, found: string[]][] = [
    ['schema', ['glue', 'athena']],
    ['GLUE', ['glue', 'athena']],
    ['glue sql', ['athena']],
    ['spark crawler', []],
    ['  ', []],
    ['.*', []],
  ];
  for (const [text, found] of searches) {
    test(`"${text}" finds ${found.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(searchNotes(notes, text).map((hit) => hit.note.id), found);
    });
  }

  test('shows the words around the place', () => {
    const [hit] = searchNotes(notes, 'infers');
    assert.deepEqual([hit?.before, hit?.match, hit?.after], ['A crawler ', 'infers', ' the schema. It moves no data.']);
  });
});
