// The services that Step Functions calls by integrations of its own. Source: Step Functions Developer Guide, "Integrating services".

/** The services that machine learning pipelines call most, by their names in either kind of integration. */
export const usedMost: readonly string[] = ['sagemaker', 'glue', 'lambda', 'batch', 'athena', 'dynamodb', 's3', 'ecs', 'bedrock', 'bedrockruntime', 'states', 'sfn', 'sns', 'sqs', 'events', 'eventbridge', 'sagemakerruntime', 'emr-serverless', 'emrserverless', 'elasticmapreduce', 'emr'];

/** What can follow an action in its ARN: what the task waits for beside the answer. */
export type IntegrationPattern = '.sync' | '.sync:2' | '.waitForTaskToken';

/** What each way to wait means, for hovers. */
export const patternDocs: Readonly<Record<IntegrationPattern, string>> = {
  '.sync': 'Waits until the job has ended, and fails with it. Only in Standard workflows.',
  '.sync:2': 'Waits until the execution has ended, and gives its output as JSON and not as a text of JSON. Only in Standard workflows.',
  '.waitForTaskToken': 'Waits until somebody returns the task token that the request passes on. Only in Standard workflows.',
};

export interface Action {
  readonly patterns: readonly IntegrationPattern[];
  /** Fields that the request can't do without; of a list, one. */
  readonly required: readonly (string | readonly string[])[];
}

export interface Service {
  /** Its name in `aws-sdk` integrations; left out where there is none. */
  readonly sdk?: string;
  readonly actions: Readonly<Record<string, Action>>;
}

type Required = Action['required'];

/** Answers, and that is all. */
const call = (...required: Required): Action => ({ patterns: [], required });
/** Can be waited for until the job has ended. */
const job = (...required: Required): Action => ({ patterns: ['.sync'], required });
/** Can wait until somebody returns the task token. */
const callback = (...required: Required): Action => ({ patterns: ['.waitForTaskToken'], required });
const jobOrCallback = (...required: Required): Action => ({ patterns: ['.sync', '.waitForTaskToken'], required });

/** What a Task can call, by service and action. */
export const services: Readonly<Record<string, Service>> = {
  apigateway: { actions: { invoke: callback('ApiEndpoint', 'Method') } },
  athena: {
    sdk: 'athena',
    actions: { startQueryExecution: job('QueryString'), stopQueryExecution: call(), getQueryExecution: call(), getQueryResults: call() },
  },
  batch: { sdk: 'batch', actions: { submitJob: job('JobName', 'JobQueue', 'JobDefinition') } },
  bedrock: { sdk: 'bedrock', actions: { invokeModel: callback(), createModelCustomizationJob: job() } },
  bedrockagentcore: { actions: { invokeHarness: call() } },
  codebuild: {
    sdk: 'codebuild',
    actions: {
      startBuild: job('ProjectName'),
      stopBuild: call(),
      batchDeleteBuilds: call(),
      batchGetReports: call(),
      startBuildBatch: job(),
      stopBuildBatch: call(),
      retryBuildBatch: job(),
      deleteBuildBatch: call(),
    },
  },
  databrew: { sdk: 'databrew', actions: { startJobRun: job('Name') } },
  dynamodb: {
    sdk: 'dynamodb',
    actions: {
      getItem: call('TableName', 'Key'),
      putItem: call('TableName', 'Item'),
      updateItem: call('TableName', 'Key'),
      deleteItem: call('TableName', 'Key'),
    },
  },
  ecs: { sdk: 'ecs', actions: { runTask: jobOrCallback('TaskDefinition') } },
  eks: {
    sdk: 'eks',
    actions: {
      createCluster: job(),
      deleteCluster: job(),
      createFargateProfile: job(),
      deleteFargateProfile: job(),
      createNodegroup: job(),
      deleteNodegroup: job(),
      runJob: jobOrCallback(),
      call: callback(),
    },
  },
  elasticmapreduce: {
    sdk: 'emr',
    actions: {
      createCluster: job(),
      terminateCluster: job(),
      addStep: job(),
      cancelStep: call(),
      setClusterTerminationProtection: call(),
      modifyInstanceFleetByName: call(),
      modifyInstanceGroupByName: call(),
    },
  },
  'emr-containers': { sdk: 'emrcontainers', actions: { createVirtualCluster: call(), deleteVirtualCluster: job(), startJobRun: job() } },
  'emr-serverless': {
    sdk: 'emrserverless',
    actions: { createApplication: job(), startApplication: job(), stopApplication: job(), deleteApplication: job(), startJobRun: job(), cancelJobRun: job() },
  },
  events: { sdk: 'eventbridge', actions: { putEvents: callback('Entries') } },
  glue: { sdk: 'glue', actions: { startJobRun: job('JobName') } },
  http: { actions: { invoke: call('ApiEndpoint', 'Method', ['InvocationConfig', 'Authentication']) } },
  lambda: { sdk: 'lambda', actions: { invoke: callback('FunctionName') } },
  mediaconvert: { sdk: 'mediaconvert', actions: { createJob: job() } },
  sagemaker: {
    sdk: 'sagemaker',
    actions: {
      createEndpoint: call(),
      createEndpointConfig: call(),
      createModel: call(),
      updateEndpoint: call(),
      createHyperParameterTuningJob: job(),
      createLabelingJob: job(),
      createProcessingJob: job(),
      createTrainingJob: job(),
      createTransformJob: job(),
    },
  },
  sns: { sdk: 'sns', actions: { publish: callback('Message') } },
  sqs: { sdk: 'sqs', actions: { sendMessage: callback('QueueUrl', 'MessageBody') } },
  states: { sdk: 'sfn', actions: { startExecution: { patterns: ['.sync', '.sync:2', '.waitForTaskToken'], required: ['StateMachineArn'] } } },
};

/** What a Map state reads its items by, and writes its results by. */
export const mapActions: Readonly<Record<'itemReader' | 'resultWriter', Readonly<Record<string, Action>>>> = {
  itemReader: { getObject: call('Bucket', 'Key'), listObjectsV2: call('Bucket') },
  resultWriter: { putObject: call('Bucket') },
};

/** Every API of an SDK can wait for a token, if its request has room for one. */
export const sdkPatterns: readonly IntegrationPattern[] = ['.waitForTaskToken'];

/** Headers that an HTTP task can't set, in lower case; those that end in `-` stand for all that begin so. */
export const forbiddenHeaders: readonly string[] = [
  'a-im', 'accept-charset', 'accept-datetime', 'accept-encoding', 'authorization', 'cache-control', 'connection', 'content-encoding', 'content-md5',
  'date', 'expect', 'forwarded', 'from', 'host', 'http2-settings', 'if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since',
  'max-forwards', 'origin', 'pragma', 'proxy-authorization', 'referer', 'server', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via', 'warning',
  'x-amz-', 'x-amzn-', 'x-forwarded-',
];

export const httpMethods: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** How long such a call takes at the most, in seconds, whatever timeout the task has. */
export const longestCall: Readonly<Record<'http' | 'lambda', number>> = { http: 60, lambda: 900 };
