// Machines that tasks start, and buckets: what a run finds beside the definition.
import { checkDebugging } from '../../support/debug';

const outer = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:states:::states:startExecution.sync:2",
      "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111111111111:stateMachine:Training", "Input": { "epochs": 3 } },
      "OutputPath": "$.Output",
      "End": true
    }
  }
}`;
const inner = `{
  "StartAt": "Fit",
  "States": {
    "Fit": { "Type": "Pass", "Next": "Store" },
    "Store": { "Type": "Pass", "Result": { "model": "m-1" }, "End": true }
  }
}`;

suite('machines that tasks start', () => {
  test('are found beside, stepped into, and stopped in', async () => {
    await checkDebugging(outer, { files: { '/project/Training.asl.json': inner }, stopOnEntry: true }, `
      > break /project/Training.asl.json:Store
      > start
      stopped (entry) in Train (Task):4
      > step in
      stopped (step) in Train (Task):4
      > step in
      stopped (step) in Fit (Pass):4 in Train (Task):4
      > continue
      stopped (breakpoint) in Store (Pass):5 in Train (Task):4
      > step out
      stopped (step) in Train (Task):4
      > continue
      | SUCCEEDED {
      |   "model": "m-1"
      | }
      ended
    `);
  });

  test('are named in the configuration', async () => {
    await checkDebugging(outer, { files: { '/project/machines/fit.json': inner }, stateMachines: { Training: './machines/fit.json' } }, `
      > start
      | SUCCEEDED {
      |   "model": "m-1"
      | }
      ended
    `);
  });

  test('are not run where a mock answers the task', async () => {
    await checkDebugging(outer, { files: { '/project/Training.asl.json': inner }, mocks: { mocks: { Train: { return: { Output: 'mocked' } } } } }, `
      > start
      | SUCCEEDED "mocked"
      ended
    `);
  });

  test('are asked for where there is none', async () => {
    await checkDebugging(outer, {}, `
      > start
      | No mock answers "Train" (arn:aws:states:::states:startExecution.sync:2). Type .return {…} or .throw Error cause here to go on.
      stopped (pause) in Train (Task):4  No mock answers "Train".
    `);
  });

  test('can be another machine of the same template', async () => {
    const template = `Resources:
  Outer:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Train
        States:
          Train:
            Type: Task
            Resource: arn:aws:states:::states:startExecution.sync:2
            Parameters:
              StateMachineArn: arn:aws:states:eu-west-1:111111111111:stateMachine:Training
            OutputPath: $.Output
            End: true
  Training:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Fit
        States:
          Fit:
            Type: Pass
            Result: fitted
            End: true
`;
    await checkDebugging(template, { path: '/project/template.yaml', stateMachine: 'Outer' }, `
      > break line 21
      > start
      stopped (breakpoint) in Fit (Pass):21 in Train (Task):8
      > continue
      | SUCCEEDED "fitted"
      ended
    `);
  });
});

const each = `{
  "StartAt": "Score",
  "States": {
    "Score": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" },
        "Parameters": { "Bucket": "data", "Key": "in/rows.csv" }
      },
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "One",
        "States": { "One": { "Type": "Pass", "End": true } }
      },
      "End": true
    }
  }
}`;

suite('buckets', () => {
  test('are folders', async () => {
    await checkDebugging(each, { files: { '/project/buckets/data/in/rows.csv': 'id,score\n1,5\n2,7\n' }, buckets: 'buckets' }, `
      > start
      | SUCCEEDED [
      |   {
      |     "id": "1",
      |     "score": "5"
      |   },
      |   {
      |     "id": "2",
      |     "score": "7"
      |   }
      | ]
      ended
    `);
  });
});
