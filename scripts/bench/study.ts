// How long a large deck takes to be read, from its text to questions that can be asked, against JSON.parse of the same questions.
import { stringify } from 'yaml';
import { readDeckFile } from '../../client/src/study/deck-file';
import { inTurn, line } from './measure';

/** Prints one line for each notation. */
export function benchStudy(): void {
  const deck = deckOf(2_000);
  const json = JSON.stringify(deck, undefined, 2);
  for (const [notation, text] of Object.entries({ YAML: stringify(deck, { lineWidth: 120 }), JSON: json })) {
    const { time, floor } = inTurn(() => readDeckFile(text), () => void JSON.parse(json));
    console.log(line(`a deck of 2,000 questions, ${notation}`, time, 'JSON.parse', floor));
  }
}

function deckOf(questions: number): object {
  const why = 'Because of what it is built for, and of what it costs to keep data there for a year.';
  const items = Array.from({ length: questions }, (_, index) => ({
    id: `q${String(index)}`,
    kind: 'single',
    ask: `Question ${String(index)}: which service stores objects of any size and is the usual home of a data lake?`,
    options: ['Amazon S3', 'Amazon RDS', 'Amazon DynamoDB', 'Amazon ElastiCache'].map((text, option) => ({ text, ...(option === 0 && { correct: true }), why })),
    explain: 'A lake keeps data of any kind as it comes.',
    tags: ['s3'],
    note: 's3',
  }));
  return { deck: 'large', title: 'Large', items };
}
