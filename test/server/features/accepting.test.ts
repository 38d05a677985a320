// Whatever is offered may stand there: wherever the cursor is, accepting it leaves text that can be read, and nothing new in it is wrong.
import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { stringify } from 'yaml';
import { AslDocument } from '../../../server/src/analysis/document';
import { completion } from '../../../server/src/features/completion/completion';
import { diagnostics } from '../../../server/src/features/diagnostics';
import type { Notation } from '../../../server/src/syntax/tree';
import { afterItem } from '../../support/check';
import { seeded } from '../../../server/src/simulator/seeded';
import { services } from '../../support/services';

/** What completion must not bring in. */
const watched = new Set(['invalid-syntax', 'unknown-field', 'unknown-state', 'conflicting-fields', 'wrong-value', 'duplicate-key', 'unknown-argument']);

const jsonPath = {
  StartAt: 'Look',
  States: {
    Look: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.name', StringEquals: 'x', Next: 'Train' },
        { And: [{ Variable: '$.tries', NumericGreaterThan: 1 }, { Not: { Variable: '$.done', BooleanEquals: true } }], Next: 'Each' },
      ],
      Default: 'Both',
    },
    Train: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
      Parameters: {
        'TrainingJobName.$': '$.name',
        RoleArn: 'arn:aws:iam::123456789012:role/train',
        InputDataConfig: [{ ChannelName: 'train', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://b/p' } } }],
        OutputDataConfig: { S3OutputPath: 's3://b/out' },
      },
      Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Fail' }],
      ResultPath: '$.job',
      Next: 'Pause',
    },
    Pause: { Type: 'Wait', Seconds: 5, Next: 'Done' },
    Each: {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, Parameters: { Bucket: 'b', Key: 'k' } },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Item',
        States: { Item: { Type: 'Pass', Parameters: { 'now.$': '$$.State.EnteredTime' }, End: true } },
      },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
      MaxConcurrency: 10,
      Next: 'Done',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', Result: { a: 1 }, End: true } } },
        { StartAt: 'Right', States: { Right: { Type: 'Succeed' } } },
      ],
      Next: 'Done',
    },
    Fail: { Type: 'Fail', ErrorPath: '$.error.Error', Cause: 'It broke.' },
    Done: { Type: 'Succeed' },
  },
};

const jsonata = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'ask', Payload: '{% $states.input %}' },
      Assign: { answer: '{% $states.result.Payload %}' },
      Catch: [{ ErrorEquals: ['States.TaskFailed'], Output: '{% $states.errorOutput.Cause %}', Next: 'No' }],
      Next: 'Which',
    },
    Which: { Type: 'Choice', Choices: [{ Condition: '{% $answer.ready %}', Next: 'Each', Assign: { x: 1 } }], Default: 'No' },
    Each: { Type: 'Map', Items: '{% $states.input.list %}', ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Wait', Seconds: '{% 1 + 2 %}', End: true } } }, End: true },
    No: { Type: 'Fail', Error: 'No' },
  },
};

/** Fields on which others of the same object depend: another value of theirs makes these wrong. */
const decisive = /"?(?:Type|QueryLanguage|Mode|InputType|CSVHeaderLocation|Resource|ManifestType)"?\s*:\s*"?[^"\n]*"?$/;

interface Try {
  readonly text: string;
  readonly offset: number;
}

/** A cursor anywhere, one on a line of its own, one where a line was, or its value: not where that holds the lines below together. */
function tries(text: string, below: (limit: number) => number): Try {
  const offset = below(text.length);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const line = text.slice(start, end);
  const indent = /^[ -]*/.exec(line)?.[0] ?? '';
  const value = /: (?:(?:"[^"]*"|[^",]*))(?=,?$)/.exec(line);
  const how = /[{[:]$|^\s*[\]}]/.test(line) ? below(2) : below(4);
  if (how === 1) {
    const space = indent.replaceAll('-', ' ');
    return { text: `${text.slice(0, start)}${space}\n${text.slice(start)}`, offset: start + space.length };
  }
  if (how === 2 && !indent.includes('-')) {
    return { text: text.slice(0, start + indent.length) + text.slice(end), offset: start + indent.length };
  }
  if (how === 3 && value) {
    const cut = start + value.index + 2;
    return { text: text.slice(0, cut) + text.slice(start + value.index + value[0].length), offset: cut };
  }
  return { text, offset };
}

/** Whole numbers below a bound, the same each time. */
function numbers(seed: number): (below: number) => number {
  const next = seeded(seed);
  return (below) => Math.floor(next() * below);
}

function complaints(text: string, notation: Notation): string[] {
  const found = diagnostics(new AslDocument(text, notation, { services }), 'test:', (_rule, error) => {
    throw error;
  });
  return found.filter(({ code, severity }) => watched.has(String(code)) && severity === 1).map(({ code, message }) => `${String(code)}: ${String(message)}`);
}

/** What is new in the second list. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((each) => {
    const index = left.indexOf(each);
    left.splice(index, index < 0 ? 0 : 1);
    return index < 0;
  });
}

/** What accepting an item brings in that it should not. */
function harm({ text, offset }: Try, notation: Notation, before: readonly string[], item: CompletionItem): string[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const changesMeaning = decisive.test(line) || /^\s*"?[\w.$]*"?\s*:/.test(text.slice(offset));
  return added(before, complaints(afterItem(text, item), notation)).filter((complaint) => {
    // A field that waits for its value is half typed.
    const isHalfTyped = (notation === 'yaml' && complaint.startsWith(`wrong-value: "${item.label}" has`)) || complaint.includes("A state's name is missing here");
    return !isHalfTyped && (!changesMeaning || complaint.startsWith('invalid-syntax'));
  });
}

/** Around a cursor, for people to read. */
function drawn({ text, offset }: Try): string {
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', offset - 1) - 1) + 1;
  return `${text.slice(start, offset)}<|>${text.slice(offset, offset + 60)}`;
}

/** So many cursors in each text, and so many items at each. */
const cursors = 60;
const itemsEach = 3;

suite('whatever is offered may stand there', () => {
  for (const [name, value] of Object.entries({ jsonPath, jsonata })) {
    for (const notation of ['json', 'yaml'] as const) {
      test(`${name} in ${notation.toUpperCase()}`, () => {
        const whole = notation === 'json' ? JSON.stringify(value, undefined, 2) : stringify(value);
        const below = numbers(7);
        const found: string[] = [];
        for (let count = 0; count < cursors; count++) {
          const at = tries(whole, below);
          const { items } = completion(new AslDocument(at.text, notation, { services }), at.offset, { snippets: false, asIs: true });
          const before = items.length === 0 ? [] : complaints(at.text, notation);
          for (let each = 0; each < itemsEach; each++) {
            const item = items[below(items.length)];
            const wrong = item ? harm(at, notation, before, item) : [];
            found.push(...wrong.map((complaint) => `${item?.label ?? ''}: ${complaint}\n${drawn(at)}`));
          }
        }
        assert.deepEqual(found, []);
      });
    }
  }
});
