// What a Map state hands to Amazon S3 to read its items and to write its results. The API itself takes more, and other members.
// Source: Step Functions Developer Guide, "ItemReader", "ResultWriter".
import { basic, formatVersion, kind, type ServiceData } from './format';
import { Service, type ServiceAction } from './service';

const data: ServiceData = {
  format: formatVersion,
  id: 'S3',
  prefix: 'S3',
  source: '',
  types: [
    [kind.structure, '', 'Bucket! Key! VersionId ExpectedBucketOwner', [basic.string, basic.string, basic.string, basic.string]],
    [kind.structure, '', 'Bucket! Prefix ExpectedBucketOwner', [basic.string, basic.string, basic.string]],
  ],
  errors: [],
  actions: { getObject: [0, basic.none, []], listObjectsV2: [1, basic.none, []], putObject: [1, basic.none, []] },
};

const service = Service.parse(JSON.stringify(data));

/** The request of an item reader or a result writer, by the action's name in Amazon S3. */
export function mapRequest(action: string): { readonly service: Service; readonly action: ServiceAction } | undefined {
  const found = service.action(action);
  return found && { service, action: found };
}
