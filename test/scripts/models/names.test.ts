// Step Functions' spelling of services, actions, members and errors, by examples.
import assert from 'node:assert/strict';
import { actionName, errorName, exceptionPrefix, optimizedMember, sdkMember } from '../../../scripts/models/names';

/** The id in AWS's models, and what errors begin with; the service's name is the same in lower case. */
const prefixes = {
  // Acronyms are words.
  'ACM': 'Acm',
  'ACM PCA': 'AcmPca',
  'API Gateway': 'ApiGateway',
  'Auto Scaling': 'AutoScaling',
  'Chime SDK Media Pipelines': 'ChimeSdkMediaPipelines',
  'CloudHSM': 'CloudHsm',
  'CloudWatch Logs': 'CloudWatchLogs',
  'DocDB Elastic': 'DocDbElastic',
  'DynamoDB': 'DynamoDb',
  'DynamoDB Streams': 'DynamoDbStreams',
  'ECR PUBLIC': 'EcrPublic',
  'OpsWorksCM': 'OpsWorksCm',
  'Resource Groups Tagging API': 'ResourceGroupsTaggingApi',
  'SFN': 'Sfn',
  'SQS': 'Sqs',
  'SageMaker': 'SageMaker',
  'SSO OIDC': 'SsoOidc',
  // A capital that no letter follows begins no word.
  'AmplifyUIBuilder': 'AmplifyUiBuilder',
  'CleanRoomsML': 'CleanRoomsMl',
  'Kinesis Video WebRTC Storage': 'KinesisVideoWebRtcStorage',
  'IVS RealTime': 'IvsRealTime',
  'IoT': 'Iot',
  'IoT Events Data': 'IotEventsData',
  'IoTAnalytics': 'IoTAnalytics',
  'IoTFleetWise': 'IoTFleetWise',
  'IoTThingsGraph': 'IoTThingsGraph',
  // Versions and numbers.
  'ApiGatewayV2': 'ApiGatewayV2',
  'Auto Scaling Plans': 'AutoScalingPlans',
  'CloudHSM V2': 'CloudHsmV2',
  'EC2': 'Ec2',
  'EC2 Instance Connect': 'Ec2InstanceConnect',
  'Elastic Load Balancing v2': 'ElasticLoadBalancingV2',
  'Lex Models V2': 'LexModelsV2',
  'Pinpoint SMS Voice V2': 'PinpointSmsVoiceV2',
  'Route 53': 'Route53',
  'S3': 'S3',
  'S3 Control': 'S3Control',
  'SESv2': 'SesV2',
  'WAFV2': 'Wafv2',
  'b2bi': 'B2Bi',
  'm2': 'M2',
  // What is lower case in the model has one capital.
  'billingconductor': 'Billingconductor',
  'codestar notifications': 'CodestarNotifications',
  'finspace data': 'FinspaceData',
  // "Service" at the end goes, and so do names of the company at the start.
  'Application Discovery Service': 'ApplicationDiscovery',
  'Config Service': 'Config',
  'Cost and Usage Report Service': 'CostAndUsageReport',
  'Database Migration Service': 'DatabaseMigration',
  'Lex Runtime Service': 'LexRuntime',
  'Service Catalog': 'ServiceCatalog',
  'ServiceDiscovery': 'ServiceDiscovery',
  'Amazon Something': 'Something',
  'AWS Something': 'Something',
  // Nothing is left without a name.
  'Service': 'Service',
};

const actions = {
  Invoke: 'invoke',
  PutItem: 'putItem',
  CreateTrainingJob: 'createTrainingJob',
  DescribeDBInstances: 'describeDBInstances',
  GetHLSStreamingSessionURL: 'getHLSStreamingSessionURL',
  ListObjectsV2: 'listObjectsV2',
};

/** A member of the API, in AWS SDK integrations, and in optimized ones. */
const members = [
  ['TableName', 'TableName', 'TableName'],
  ['maxResults', 'MaxResults', 'MaxResults'],
  ['awsvpcConfiguration', 'AwsvpcConfiguration', 'AwsvpcConfiguration'],
  // Only the start changes.
  ['DBInstanceIdentifier', 'DbInstanceIdentifier', 'DBInstanceIdentifier'],
  ['SSEKMSKeyId', 'SsekmsKeyId', 'SSEKMSKeyId'],
  ['MultiAZ', 'MultiAZ', 'MultiAZ'],
  ['VolumeSizeInGB', 'VolumeSizeInGB', 'VolumeSizeInGB'],
  ['ACL', 'Acl', 'ACL'],
  ['SS', 'Ss', 'SS'],
  ['BOOL', 'Bool', 'BOOL'],
  ['NULL', 'Null', 'NULL'],
  ['S', 'S', 'S'],
  ['S3Uri', 'S3Uri', 'S3Uri'],
  ['MD5OfMessageBody', 'Md5OfMessageBody', 'MD5OfMessageBody'],
  // A reserved word of Java; the only one that is documented.
  ['equals', 'EqualsValue', 'Equals'],
] as const;

const errors = {
  ResourceNotFoundException: 'ResourceNotFoundException',
  NoSuchBucket: 'NoSuchBucketException',
  DBInstanceNotFoundFault: 'DbInstanceNotFoundException',
  EC2AccessDeniedException: 'Ec2AccessDeniedException',
  KMSDisabledException: 'KmsDisabledException',
  InternalServerError: 'InternalServerErrorException',
  ThrottlingException: 'ThrottlingException',
};

suite('names of what AWS\'s services have', () => {
  test('what the errors of a service begin with', () => {
    each(prefixes, exceptionPrefix);
  });

  test('actions', () => {
    each(actions, actionName);
  });

  test('members, in both kinds of integrations', () => {
    assert.deepEqual(members.map(([name]) => [name, sdkMember(name), optimizedMember(name)]), members);
  });

  test('errors', () => {
    each(errors, (name) => errorName(name, 'S3'));
  });

  test('errors of classic load balancers', () => {
    assert.equal(errorName('AccessPointNotFoundException', 'Elastic Load Balancing'), 'LoadBalancerNotFoundException');
    assert.equal(errorName('AccessPointNotFound', 'EFS'), 'AccessPointNotFoundException');
  });
});

function each(examples: Readonly<Record<string, string>>, made: (name: string) => string): void {
  assert.deepEqual(Object.fromEntries(Object.keys(examples).map((name) => [name, made(name)])), examples);
}
