// Step Functions' own integrations: which operation each stands for, and where its shapes differ from it.
// Source: Step Functions Developer Guide, "Integrating optimized services", a page a service.
import type { Fields } from './fields';

export interface Integration {
  readonly service: string;
  readonly action: string;
  /** The service, as AWS SDK integrations call it, that has the shapes. */
  readonly model: string;
  readonly operation?: string;
  /** Instead of the operation's own request and response. */
  readonly request?: Fields;
  readonly response?: Fields;
  /** Members of the operation's request, by path, that are something else here: `Entries.Detail`. */
  readonly change?: Fields;
  readonly remove?: readonly string[];
  /** What the task answers when the job has ended: an operation's response, or the first item of a list in it. Left out where it is not known. */
  readonly end?: readonly [operation: string, ...path: string[]] | Fields;
  readonly errorPrefix: string;
  readonly errors?: readonly string[];
  readonly doc?: string;
}

type Rest = Omit<Integration, 'service' | 'action' | 'model' | 'operation' | 'errorPrefix'>;

const api = (model: string, service: string, errorPrefix: string, general: readonly string[] = []) =>
  (action: string, rest: Rest & { readonly operation?: string } = {}): Integration => ({
    service, action, model, errorPrefix, operation: action.charAt(0).toUpperCase() + action.slice(1), ...rest, errors: [...general, ...(rest.errors ?? [])],
  });

const athena = api('athena', 'athena', 'Athena');
const codebuild = api('codebuild', 'codebuild', 'CodeBuild', ['CodeBuild.AWSCodeBuildException']);
const dynamodb = api('dynamodb', 'dynamodb', 'DynamoDB', ['DynamoDB.AmazonDynamoDBException']);
const eks = api('eks', 'eks', 'EKS');
const emr = api('emr', 'elasticmapreduce', 'ElasticMapReduce');
const emrContainers = api('emrcontainers', 'emr-containers', 'EMRContainers');
const emrServerless = api('emrserverless', 'emr-serverless', 'EMRServerless');
const sagemaker = api('sagemaker', 'sagemaker', 'SageMaker', ['SageMaker.AmazonSageMakerException']);

const kubernetes: Fields = {
  'ClusterName!': ['string', 'The name of the EKS cluster.'],
  'CertificateAuthority!': ['string', 'The certificate of the cluster\'s authority, in Base64, as describeCluster gives it.'],
  'Endpoint!': ['string', 'The address of the cluster\'s Kubernetes API.'],
};
const httpAnswer: Fields = {
  Headers: ['map of list of string', 'The headers of the answer.'],
  ResponseBody: ['json', 'The body, parsed where it is JSON.'],
  StatusCode: ['number', 'The HTTP status.'],
  StatusText: ['string', 'The words that came with the status.'],
};
const clusterId: Fields = { 'ClusterId!': ['string', 'The cluster\'s id, such as j-2AXXXXXXGAPLF.'] };
const s3Object: Fields = { S3Uri: ['string', 'The address of the object: s3://bucket/key.'] };

export const integrations: readonly Integration[] = [
  {
    service: 'apigateway', action: 'invoke', model: 'apigateway', errorPrefix: 'ApiGateway', doc: 'Calls a REST or HTTP API of Amazon API Gateway.',
    request: {
      'ApiEndpoint!': ['string', 'The host name of the API: <id>.execute-api.<region>.amazonaws.com.'],
      'Method!': ['GET | POST | PUT | DELETE | PATCH | HEAD | OPTIONS', 'The HTTP method.'],
      Headers: ['map of list of string', 'Headers, each with a list of values.'],
      Stage: ['string', 'The stage to call.'],
      Path: ['string', 'The path after the stage.'],
      QueryParameters: ['map of list of string', 'Query parameters, each with a list of values.'],
      RequestBody: ['json', 'The body, with PATCH, POST and PUT.'],
      AllowNullValues: ['boolean', 'Keeps null values in the request; left out by default.'],
      AuthType: ['NO_AUTH | IAM_ROLE | RESOURCE_POLICY', 'How the call is authorized; NO_AUTH by default.'],
    },
    response: httpAnswer,
  },
  athena('startQueryExecution', { end: ['GetQueryExecution'] }),
  athena('stopQueryExecution'),
  athena('getQueryExecution'),
  athena('getQueryResults'),
  api('batch', 'batch', 'Batch', ['Batch.AWSBatchException'])('submitJob', { end: ['DescribeJobs', 'jobs'] }),
  api('bedrock', 'bedrock', 'Bedrock')('createModelCustomizationJob'),
  api('bedrockruntime', 'bedrock', 'Bedrock')('invokeModel', {
    change: {
      body: ['json', 'The request in the model\'s own form, as JSON; or give Input.'],
      Input: [s3Object, 'An object with the request, instead of Body.'],
      Output: [s3Object, 'An object that the answer is written to.'],
    },
    response: { Body: ['json', 'The model\'s answer, parsed.'], ContentType: ['string', 'The media type of the answer.'] },
  }),
  api('bedrockagentcore', 'bedrockagentcore', 'BedrockAgentCore')('invokeHarness', { response: { Output: ['json', 'The message that the agent ended with.'] } }),
  codebuild('startBuild', { end: ['StartBuild'] }),
  codebuild('stopBuild'),
  codebuild('batchDeleteBuilds'),
  codebuild('batchGetReports'),
  codebuild('startBuildBatch', { end: ['StartBuildBatch'] }),
  codebuild('stopBuildBatch'),
  codebuild('retryBuildBatch', { end: ['RetryBuildBatch'] }),
  codebuild('deleteBuildBatch'),
  api('databrew', 'databrew', 'DataBrew')('startJobRun'),
  dynamodb('getItem'),
  dynamodb('putItem'),
  dynamodb('updateItem'),
  dynamodb('deleteItem'),
  api('ecs', 'ecs', 'ECS', ['ECS.AmazonECSException', 'AmazonECS.Unknown'])('runTask', { end: ['DescribeTasks', 'tasks'] }),
  eks('createCluster'),
  eks('deleteCluster'),
  eks('createFargateProfile'),
  eks('deleteFargateProfile'),
  eks('createNodegroup'),
  eks('deleteNodegroup'),
  {
    service: 'eks', action: 'runJob', model: 'eks', errorPrefix: 'EKS', doc: 'Runs a Kubernetes job on a cluster.',
    request: {
      ...kubernetes,
      Namespace: ['string', 'The namespace of the job; "default" by default.'],
      'Job!': ['json', 'A Kubernetes Job (batch/v1), in Kubernetes\' own spelling.'],
      LogOptions: [
        {
          RetrieveLogs: ['boolean', 'Puts the job\'s log into the answer.'],
          RawLogs: ['boolean', 'Leaves the log as text, even where it is JSON.'],
          LogParameters: ['map of list of string', 'Parameters of the request for the log.'],
        },
        'What comes back of the log, with .sync.',
      ],
    },
    response: { ResponseBody: ['json', 'The job, as Kubernetes describes it.'], StatusCode: ['number', 'The HTTP status.'], StatusText: ['string', 'The words that came with the status.'] },
  },
  {
    service: 'eks', action: 'call', model: 'eks', errorPrefix: 'EKS', doc: 'Calls the Kubernetes API of a cluster.',
    request: {
      ...kubernetes,
      'Method!': ['GET | POST | PUT | DELETE | HEAD | PATCH', 'The HTTP method.'],
      'Path!': ['string', 'The path of the Kubernetes API.'],
      QueryParameters: ['map of list of string', 'Query parameters, each with a list of values.'],
      RequestBody: ['json', 'The body of the request.'],
    },
    response: { ResponseBody: ['json', 'The answer of Kubernetes.'], StatusCode: ['number', 'The HTTP status.'], StatusText: ['string', 'The words that came with the status.'] },
  },
  emr('createCluster', { operation: 'RunJobFlow', remove: ['Steps'], response: { ClusterId: ['string', 'The cluster\'s id.'] }, end: { ClusterId: ['string', 'The cluster\'s id.'] } }),
  emr('setClusterTerminationProtection', {
    operation: 'SetTerminationProtection',
    request: { ...clusterId, 'TerminationProtected!': ['boolean', 'True so that nobody ends the cluster by accident.'] },
  }),
  emr('terminateCluster', { operation: 'TerminateJobFlows', request: clusterId }),
  emr('addStep', {
    operation: 'AddJobFlowSteps',
    request: { ...clusterId, 'Step!': ['type StepConfig', 'The step to run.'], ExecutionRoleArn: ['string', 'The role that the step runs by.'] },
    response: { StepId: ['string', 'The step\'s id.'] },
  }),
  emr('cancelStep', {
    operation: 'CancelSteps',
    request: { ...clusterId, 'StepId!': ['string', 'The step\'s id.'] },
    response: { CancelStepsInfo: ['type CancelStepsInfo', 'What became of the request.'] },
  }),
  emr('modifyInstanceFleetByName', {
    operation: 'ModifyInstanceFleet',
    request: {
      ...clusterId,
      'InstanceFleetName!': ['string', 'The name that the fleet was given with the cluster.'],
      'InstanceFleet!': ['type InstanceFleetModifyConfig without InstanceFleetId', 'The new capacities.'],
    },
  }),
  emr('modifyInstanceGroupByName', {
    operation: 'ModifyInstanceGroups',
    // The guide shows the name in both places.
    request: {
      ...clusterId,
      InstanceGroupName: ['string', 'The name that the group was given with the cluster.'],
      'InstanceGroup!': ['type InstanceGroupModifyConfig with InstanceGroupName without InstanceGroupId', 'The new size.'],
    },
  }),
  emrContainers('createVirtualCluster'),
  emrContainers('deleteVirtualCluster'),
  emrContainers('startJobRun'),
  emrServerless('createApplication'),
  emrServerless('startApplication', { response: { ApplicationId: ['string', 'The application\'s id.'] } }),
  emrServerless('stopApplication', { response: { ApplicationId: ['string', 'The application\'s id.'] } }),
  emrServerless('deleteApplication', { response: { ApplicationId: ['string', 'The application\'s id.'] } }),
  emrServerless('startJobRun'),
  emrServerless('cancelJobRun'),
  api('eventbridge', 'events', 'EventBridge', ['EventBridge.FailedEntry'])('putEvents', { change: { 'Entries.Detail': ['json', 'The event itself: an object, or JSON as text.'] } }),
  api('glue', 'glue', 'Glue', ['Glue.AWSGlueException'])('startJobRun', {
    response: { JobName: ['string', 'The job\'s name.'], JobRunId: ['string', 'The run\'s id.'] },
    end: ['GetJobRun', 'JobRun'],
  }),
  {
    service: 'http', action: 'invoke', model: 'http', errorPrefix: 'States.Http', doc: 'Calls an HTTPS API, authorized by an EventBridge connection.',
    request: {
      'ApiEndpoint!': ['string', 'The https URL to call.'],
      'Method!': ['GET | POST | PUT | DELETE | PATCH | OPTIONS | HEAD', 'The HTTP method.'],
      InvocationConfig: [{ 'ConnectionArn!': ['string', 'The ARN of an EventBridge connection.'] }, 'The connection that authorizes the call.'],
      Authentication: [{ 'ConnectionArn!': ['string', 'The ARN of an EventBridge connection.'] }, 'The older name of InvocationConfig.'],
      Headers: ['json', 'Headers by name.'],
      QueryParameters: ['json', 'Query parameters by name.'],
      RequestBody: ['json', 'The body of the request.'],
      Transform: [
        {
          RequestBodyEncoding: ['NONE | URL_ENCODED', 'How the body is written; NONE, which is JSON, by default.'],
          RequestEncodingOptions: [{ ArrayFormat: ['INDICES | REPEAT | COMMAS | BRACKETS', 'How lists are written in a form.'] }, 'Details of the form\'s encoding.'],
        },
        'How the body is written.',
      ],
    },
    response: httpAnswer,
    errors: ['States.Http.Socket', 'States.Http.StatusCode.429', 'States.Http.StatusCode.500', 'States.Http.StatusCode.502', 'States.Http.StatusCode.503', 'States.Http.StatusCode.504', ...['InvalidConnectionState', 'InvalidPrivateConnectionState', 'AccessDenied', 'ResourceNotFound', 'AuthInProgress', 'ConcurrentModification', 'InternalError'].map((name) => `Events.ConnectionResource.${name}`)],
  },
  api('lambda', 'lambda', 'Lambda', ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException', 'Lambda.ClientExecutionTimeoutException', 'Lambda.Unknown', 'Sandbox.Timedout'])('invoke', {
    change: { Payload: ['json', 'The event that the function gets: any JSON value.'] },
    response: {
      ExecutedVersion: ['string', 'The version that ran.'],
      Payload: ['json', 'What the function returned, parsed.'],
      StatusCode: ['number', 'The HTTP status: 200 for a call that was waited for.'],
      LogResult: ['string', 'The end of the log in Base64, where LogType asked for it.'],
      SdkHttpMetadata: ['json', 'Headers and status of the call.'],
      SdkResponseMetadata: ['json', 'The id of the request.'],
    },
  }),
  api('mediaconvert', 'mediaconvert', 'MediaConvert')('createJob'),
  sagemaker('createEndpoint'),
  sagemaker('createEndpointConfig'),
  sagemaker('createHyperParameterTuningJob', { end: ['DescribeHyperParameterTuningJob'] }),
  sagemaker('createLabelingJob', { end: ['DescribeLabelingJob'] }),
  sagemaker('createModel'),
  sagemaker('createProcessingJob', { end: ['DescribeProcessingJob'] }),
  sagemaker('createTrainingJob', { end: ['DescribeTrainingJob'] }),
  sagemaker('createTransformJob', { end: ['DescribeTransformJob'] }),
  sagemaker('updateEndpoint'),
  api('sns', 'sns', 'SNS')('publish', { change: { 'Message!': ['json', 'The message: text, or a JSON value that is sent as its text.'] } }),
  api('sqs', 'sqs', 'SQS', ['SQS.AmazonSQSException', 'SQS.SdkClientException'])('sendMessage', { change: { 'MessageBody!': ['json', 'The message: text, or a JSON value that is sent as its text.'] } }),
  api('sfn', 'states', 'StepFunctions')('startExecution', {
    change: { input: ['json', 'The input of the execution: any JSON value. AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID in it links it to this one.'] },
    end: ['DescribeExecution'],
  }),
];
