import assert from 'node:assert/strict';
import { toMermaid } from '../../../client/src/webviews/graph/mermaid';
import { AslDocument } from '../../../server/src/analysis/document';
import { graph } from '../../../server/src/features/graph/graph';
import { dedent } from '../../support/fixture';

function checkMermaid(machine: object, expected: string): void {
  const drawn = graph(new AslDocument(JSON.stringify(machine), 'json'), (_rule, error) => {
    throw error;
  });
  assert.equal(drawn && toMermaid(drawn), dedent(expected));
}

suite('Mermaid', () => {
  test('has a shape for each type and a label on each arrow that says why', () => {
    checkMermaid(
      {
        StartAt: 'Train',
        States: {
          Train: { Type: 'Task', Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync', Catch: [{ ErrorEquals: ['States.Timeout', 'A'], Next: 'Failed' }], Next: 'Good?' },
          'Good?': { Type: 'Choice', Choices: [{ Variable: '$.score', NumericGreaterThan: 0.9, Next: 'Done' }], Default: 'Pause' },
          Pause: { Type: 'Wait', Seconds: 60, Next: 'Train' },
          Done: { Type: 'Pass', End: true },
          Failed: { Type: 'Fail', Error: 'E' },
        },
      },
      `
        flowchart TD
          start([Start]) --> s1
          s1["Train<br>SageMaker: create training job"]
          s2{"Good?<br>1 rule"}
          s3(["Pause<br>1 minute"])
          s4["Done"]
          s5((("Failed<br>E")))
          s1 --> s2
          s1 -.->|"States.Timeout<br>A"| s5
          s2 -->|"$.score #62; 0.9"| s4
          s2 -->|"Default"| s3
          s3 --> s1
          s4 --> finish([End])
      `,
    );
  });

  test('has branches and processors as subgraphs', () => {
    const one = (name: string): object => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
    checkMermaid(
      { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches: [one('A'), one('B')], Next: 'Each' }, Each: { Type: 'Map', ItemProcessor: one('C'), End: true } } },
      `
        flowchart TD
          start([Start]) --> s1
          subgraph s1["Both<br>2 branches"]
            direction LR
            subgraph s1_1["Branch 1"]
              direction TB
              s2((("A")))
            end
            subgraph s1_2["Branch 2"]
              direction TB
              s3((("B")))
            end
          end
          subgraph s4["Each<br>for each item"]
            direction TB
            s5((("C")))
          end
          s1 --> s4
          s4 --> finish([End])
      `,
    );
  });

  test('takes nothing in a name for its own syntax', () => {
    checkMermaid(
      { StartAt: '"]; end %% <b>|x|', States: { '"]; end %% <b>|x|': { Type: 'Pass', End: true } } },
      `
        flowchart TD
          start([Start]) --> s1
          s1["#34;#93;; end %% #60;b#62;#124;x#124;"]
          s1 --> finish([End])
      `,
    );
  });
});
