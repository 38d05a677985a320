import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readDeckFile } from '../../../client/src/study/deck-file';
import { convertCards } from '../../../client/src/study/foreign-cards';

suite('questions from elsewhere', () => {
  test('CSV: letters name the right options, several make a multiple question', () => {
    const { items, skipped } = converted(
      'exam one.csv',
      '\uFEFFQuestion,A,B,C,Answer,Explanation,Tags\n"Which store, then?",S3,RDS,,a,"It is, so",s3 data-lake\nWhich two?,Glue,EMR,Batch,"A, B",,\nNone?,x,y,,,,\n',
    );
    assert.deepEqual(items.map((item) => [item.kind, item.ask, item.tags]), [['single', 'Which store, then?', ['s3', 'data-lake']], ['multiple', 'Which two?', []]]);
    assert.deepEqual(skipped, [{ line: 3, why: 'its "answer" names none of the options' }]);
  });

  test('Anki: two sides, headers obeyed, HTML taken away', () => {
    const { items, skipped } = converted(
      'cards.txt',
      '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\nAb!1\tWhat is <b>S3</b>?<br>Say it.\tAn object store &amp; more\taws::s3\nCd2\tOne side\t\t\n',
    );
    assert.deepEqual(items.map((item) => [item.id, item.kind, item.ask, item.kind === 'recall' && item.answer, item.tags]), [['card-ab-1-1', 'recall', 'What is S3?\nSay it.', 'An object store & more', ['aws.s3']]]);
    assert.deepEqual(skipped, [{ line: 2, why: 'it has not two sides' }]);
  });

  test('Anki: without headers, and where HTML is none', () => {
    assert.deepEqual(converted('deck.txt', 'front\tback\n').items.map(({ ask }) => ask), ['front']);
    assert.deepEqual(converted('deck.txt', '#html:false\n#separator:Semicolon\na < b;"c;d"\n').items.map((item) => [item.ask, item.kind === 'recall' && item.answer]), [['a < b', 'c;d']]);
  });

  for (const [name, text] of [['empty.csv', ''], ['empty.txt', ''], ['binary.txt', '\u0000\u0001\u0002'], ['.csv', 'question\n'], ['heads.txt', '#separator:tab\n#html:true\n']] as const) {
    test(`${name} with nothing to take gives no question and no error`, () => {
      assert.equal(convertCards(name, text).questions, 0);
    });
  }

  function converted(name: string, text: string) {
    const { yaml, questions, skipped } = convertCards(name, text);
    const read = readDeckFile(yaml);
    assert.ok('deck' in read, JSON.stringify(read));
    assert.equal(read.deck.items.length, questions);
    return { items: read.deck.items, skipped };
  }
});
