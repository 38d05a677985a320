// What services answer when all goes well: by action, as far as what the snippets and templates look at.
import type { Json } from '../../server/src/expressions/value';

const model = { ModelArtifacts: { S3ModelArtifacts: 's3://amzn-s3-demo-bucket/models/model.tar.gz' } };

/** By the part of the resource that names the action. */
export const answers: Readonly<Record<string, Json>> = {
  'athena:getQueryResults': { ResultSet: { Rows: [{ Data: [{ VarCharValue: '_col0' }] }, { Data: [{ VarCharValue: '0' }] }] } },
  'athena:startQueryExecution': { QueryExecution: { QueryExecutionId: 'query-1' } },
  'batch:submitJob': { JobId: 'job-1', Status: 'SUCCEEDED' },
  'bedrock:invokeModel': { Body: { content: [] }, ContentType: 'application/json' },
  'databasemigration:describeReplicationTasks': { ReplicationTasks: [{ Status: 'stopped' }] },
  'elasticmapreduce:createCluster': { ClusterId: 'j-1' },
  'glue:getCrawler': { Crawler: { State: 'READY', LastCrawl: { Status: 'SUCCEEDED' } } },
  'http:invoke': { StatusCode: 200, ResponseBody: {} },
  'lambda:invoke': {
    StatusCode: 200,
    Payload: { trainUri: 's3://a/train', validationUri: 's3://a/validation', batchUri: 's3://a/batch', drift: 0.5 },
  },
  'redshiftdata:describeStatement': { Id: 'statement-1', Status: 'FINISHED' },
  'redshiftdata:executeStatement': { Id: 'statement-1' },
  'rekognition:getLabelDetection': { JobStatus: 'SUCCEEDED', Labels: [{ Label: { Name: 'Person' } }] },
  'rekognition:startLabelDetection': { JobId: 'labels-1' },
  's3:getObject': { Body: '{"auc": 0.9}' },
  'sagemaker:createAutoMLJobV2': { AutoMLJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:automl-job/automl-1' },
  'sagemaker:createHyperParameterTuningJob': {
    HyperParameterTuningJobName: 'tune-1',
    BestTrainingJob: { TrainingJobName: 'tune-1-003', FinalHyperParameterTuningJobObjectiveMetric: { Value: 0.1 } },
  },
  'sagemaker:createModelPackage': { ModelPackageArn: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/1' },
  'sagemaker:createTrainingJob': { TrainingJobName: 'train-1', ...model },
  'sagemaker:describeAutoMLJobV2': { AutoMLJobStatus: 'Completed' },
  'sagemaker:describePipelineExecution': { PipelineExecutionArn: 'arn', PipelineExecutionStatus: 'Succeeded' },
  'sagemaker:describeTrainingJob': { TrainingJobName: 'tune-1-003', ...model },
  'sagemaker:startPipelineExecution': { PipelineExecutionArn: 'arn' },
  'sagemaker:createTransformJob': { TransformOutput: { S3OutputPath: 's3://amzn-s3-demo-bucket/predictions' } },
  'sagemakerruntime:invokeEndpoint': { Body: '{"score": 0.9}', ContentType: 'application/json' },
  'states:startExecution': { Output: { ok: true } },
};
