// The pictures in the boxes, drawn on a grid of 16: one for each type of state, and one for the services that are met most.
// Any other service has its first letters.
import type { GraphNode } from '../../client/src/webviews/graph/messages';

const types: Record<string, string> = {
  Task: 'M8 5.200a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.600ZM8 1.800v2m0 8.400v2M1.8 8h2m8.4 0h2M3.6 3.6 5 5m6 6 1.4 1.400m0-8.800L11 5m-6 6-1.4 1.4',
  Pass: 'M2 8h11.500M9.8 4.2 13.6 8l-3.8 3.8',
  Choice: 'M8 1.8 14.2 8 8 14.2 1.8 8ZM6.4 6.600A1.7 1.7 0 1 1 8.7 8.200c-.5.2-.7.5-.7 1m0 1.700v.1',
  Wait: 'M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.400V8l2.4 1.8',
  Parallel: 'M2 8h3l3-4.500h5.500M5 8h8.500M5 8l3 4.500h5.5',
  Map: 'M2.5 2.500h4v4h-4Zm7 0h4v4h-4Zm-7 7h4v4h-4Zm7 0h4v4h-4Z',
  Succeed: 'M2.8 8.6 6.4 12.2 13.4 4.2',
  Fail: 'M3.5 3.500l9 9m0-9-9 9',
};

const cylinder = 'M2.8 4c0-1.2 2.3-2.2 5.2-2.200s5.2 1 5.2 2.200v8c0 1.2-2.3 2.2-5.2 2.200S2.8 13.2 2.8 12Zm0 0c0 1.2 2.3 2.2 5.2 2.200s5.2-1 5.2-2.200m-10.4 4c0 1.2 2.3 2.2 5.2 2.200s5.2-1 5.2-2.2';
const waves = 'M1.5 4.500c2.2-2 4.3 2 6.5 0s4.3-2 6.5 0m-13 3.700c2.2-2 4.3 2 6.5 0s4.3-2 6.5 0m-13 3.700c2.2-2 4.3 2 6.5 0s4.3-2 6.5 0';

const services: Readonly<Record<string, string>> = {
  lambda: 'M3.5 2.500h2.600l6 11h-2L7.3 8 4.2 13.500H2.400L6.4 6.2',
  sagemaker: 'M8 1.800a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.200ZM3.4 10.600a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.200Zm9.2 0a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.200ZM7.2 4.900l-3 5.800m4.6-5.8 3 5.800M5 12.200h6',
  s3: 'M2.5 3.500h11l-1.4 10.200c-2.6.9-5.6.9-8.2 0ZM2.5 3.500C4 5 12 5 13.5 3.5',
  dynamodb: cylinder,
  rds: cylinder,
  rdsdata: cylinder,
  redshift: cylinder,
  redshiftdata: cylinder,
  glue: 'M2 2.500h12L9.5 8.200v5.300l-3-1.600V8.200Z',
  athena: 'M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.4 3.400M5.2 7h3.6',
  batch: 'M2 5.500h8.500V14H2Zm3-3h8.500V11M4.5 9.700h3.5',
  elasticmapreduce: 'M8.8 1.5 3 9h4.200l-1 5.500L13 6.800H8.400Z',
  emrserverless: 'M8.8 1.5 3 9h4.200l-1 5.500L13 6.800H8.400Z',
  sns: 'M4 11.500c1-1.2 1-2.4 1-4.300a3 3 0 0 1 6 0c0 1.9 0 3.1 1 4.300Zm2.7 1.800c.6.9 2 .9 2.6 0',
  sqs: 'M1.8 5h3v6h-3Zm4.7 0h3v6h-3Zm4.7 0h3v6h-3Z',
  events: 'M2.5 3.500h11v10h-11Zm0 3.300h11M5.5 1.800v3m5-3v3',
  eventbridge: 'M2.5 3.500h11v10h-11Zm0 3.300h11M5.5 1.800v3m5-3v3',
  states: 'M5.5 1.800h5v3.400h-5Zm-3.7 9h5v3.400h-5Zm7.4 0h5v3.400h-5ZM8 5.200V8M4.3 10.800V8h7.400v2.8',
  sfn: 'M5.5 1.800h5v3.400h-5Zm-3.7 9h5v3.400h-5Zm7.4 0h5v3.400h-5ZM8 5.200V8M4.3 10.800V8h7.400v2.8',
  ecs: 'M8 1.8 13.5 5v6L8 14.2 2.5 11V5ZM2.5 5 8 8.2 13.5 5M8 8.200v6',
  bedrock: 'M8 1.8 9.6 6.4 14.2 8 9.6 9.6 8 14.2 6.4 9.6 1.8 8l4.6-1.600Z',
  bedrockruntime: 'M8 1.8 9.6 6.4 14.2 8 9.6 9.6 8 14.2 6.4 9.6 1.8 8l4.6-1.600Z',
  kinesis: waves,
  firehose: waves,
  http: 'M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.8 8h12.400M8 1.500c4 4 4 9 0 13-4-4-4-9 0-13Z',
  apigateway: 'M6 2.5 2.5 8 6 13.500m4-11L13.5 8 10 13.500M9 4 7 12',
};

/** A path, or letters. */
export function iconOf({ type, service }: GraphNode): { path: string } | { letters: string } {
  if (type === 'Task' && service !== undefined) {
    const path = Object.hasOwn(services, service) ? services[service] : undefined;
    return path === undefined ? { letters: service.slice(0, 2).toUpperCase() } : { path };
  }
  const path = type && types[type];
  return path === undefined ? { letters: '?' } : { path };
}
