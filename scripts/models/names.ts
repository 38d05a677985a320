// How Step Functions spells what AWS's APIs are made of. It uses the names of the AWS SDK for Java 2.x.
// Source: Step Functions Developer Guide, "Using AWS SDK service integrations"; the SDK's own rules for names.

/**
 * The words of a name, told apart as the SDK does.
 * @param name such as `DBInstanceNotFoundFault` or `Database Migration Service`
 */
function words(name: string): readonly string[] {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/(?<=[a-z])(?=[A-Z][a-zA-Z0-9])/g, ' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .split(' ')
    .filter((word) => word !== '');
}

function pascal(name: string): string {
  return words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** What the errors of a service begin with, such as `DatabaseMigration`; in lower case it names the service in an ARN. */
export function exceptionPrefix(serviceId: string): string {
  return pascal(serviceId).replace(/^(Amazon|Aws)(?=.)/, '').replace(/(?<=.)Service$/, '');
}

/** An action in an ARN: `DescribeDBInstances` is `describeDBInstances`, `DBAction` is `dbAction`. */
export function actionName(operation: string): string {
  return operation.replace(/^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}

/** A member of a request or response in an AWS SDK integration: `SSEKMSKeyId` is `SsekmsKeyId`. */
export function sdkMember(name: string): string {
  return name === 'equals' ? 'EqualsValue' : capital(actionName(name));
}

/** The same in an optimized integration: `awsvpcConfiguration` is `AwsvpcConfiguration`. */
export function optimizedMember(name: string): string {
  return capital(name);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Errors of classic load balancers have names that AWS has given up everywhere else. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Elastic Load Balancing': {
    AccessPointNotFoundException: 'LoadBalancerNotFound',
    DuplicateAccessPointNameException: 'DuplicateLoadBalancerName',
    InvalidEndPointException: 'InvalidInstance',
    TooManyAccessPointsException: 'TooManyLoadBalancers',
  },
};

/** The class of an error, that comes after the prefix: `NoSuchBucket` is `NoSuchBucketException`. */
export function errorName(name: string, serviceId: string): string {
  const base = pascal(renamed[serviceId]?.[name] ?? name);
  return base.endsWith('Exception') ? base : `${base.endsWith('Fault') ? base.slice(0, -'Fault'.length) : base}Exception`;
}
