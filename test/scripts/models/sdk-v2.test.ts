// From the type declarations of the SDK of 2024 to what is written down of a service.
import assert from 'node:assert/strict';
import { formatVersion } from '../../../server/src/services/format';
import { encode } from '../../../scripts/models/encode';
import { servicesOf } from '../../../scripts/models/sdk-v2';
import { withPackage } from './package';

const sdk = {
  'package.json': '{ "name": "aws-sdk", "version": "2.9.0" }',
  'apis/metadata.json': JSON.stringify({ things: { name: 'Things', prefix: 'aws-things' }, gone: { name: 'Gone' } }),
  'apis/aws-things-2013-01-01.min.json': '{ "metadata": { "serviceId": "Old Things" } }',
  'apis/aws-things-2024-01-01.min.json': JSON.stringify({
    metadata: { serviceId: 'Things Service' },
    operations: {
      PutThing: { input: { shape: 'In' } },
      Forget: { deprecated: true },
      Reset: { input: { type: 'structure', members: { Token: { idempotencyToken: true }, Old: { deprecated: true } } } },
    },
    shapes: { In: { type: 'structure', members: { name: {}, clientToken: { idempotencyToken: true } } } },
  }),
  'apis/aws-things-2024-01-01.paginators.json': '{}',
  'clients/things.d.ts': `
    import {Request} from '../lib/request';
    interface Blob {}
    declare class Things extends Service {
      /**
       * Constructs a service object.
       */
      constructor(options?: Things.Types.ClientConfiguration)
      config: Config & Things.Types.ClientConfiguration;
      /**
       * Keeps a thing. Then it is kept.
       */
      putThing(params: Things.Types.PutThingRequest, callback?: (err: AWSError, data: Things.Types.PutThingResponse) => void): Request<Things.Types.PutThingResponse, AWSError>;
      /**
       * Keeps a thing. Then it is kept.
       */
      putThing(callback?: (err: AWSError, data: Things.Types.PutThingResponse) => void): Request<Things.Types.PutThingResponse, AWSError>;
      /**
       * Forgets all.
       */
      forget(callback?: (err: AWSError, data: {}) => void): Request<{}, AWSError>;
      reset(params: Things.Types.ResetRequest, callback?: (err: AWSError, data: {}) => void): Request<{}, AWSError>;
      /**
       * Waits.
       */
      waitFor(state: "thingThere", params: Things.Types.PutThingRequest & {$waiter?: WaiterConfiguration}): Request<Things.Types.PutThingResponse, AWSError>;
    }
    declare namespace Things {
      export interface PutThingRequest {
        /**
         * The name. It is unique.
         */
        name: String;
        clientToken: String;
        Configurations?: ConfigurationList;
        color?: Color;
        content?: Content;
        tags?: TagMap;
        since?: Timestamp;
        extra?: any;
      }
      export interface PutThingResponse {
        Size?: Long;
      }
      export interface ResetRequest {
        Token: String;
        Old?: Boolean;
      }
      export interface Configuration {
        Properties?: TagMap;
        Configurations?: ConfigurationList;
      }
      export type ConfigurationList = Configuration[];
      export type Nested = Nested[];
      export type Color = "dark-red"|"green"|string;
      export type Content = Buffer|Uint8Array|Blob|string;
      export type TagMap = {[key: string]: String};
      export type Timestamp = Date;
      export type String = string;
      export type Boolean = boolean;
      export type Long = number;
      export import Types = Things;
    }
    export = Things;
  `,
};

suite('the AWS SDK v2', () => {
  test('has the services whose newest description it has', () => {
    withPackage(sdk, (folder) => {
      assert.deepEqual([...servicesOf(folder).keys()], ['Things Service']);
    });
  });

  test('a service as it is written down: nobody has to give a token that the SDKs fill in', () => {
    const encoded = withPackage(sdk, (folder) => {
      const read = servicesOf(folder).get('Things Service') ?? assert.fail();
      return encode(read(), [], []);
    });
    assert.deepEqual(encoded.data, {
      format: formatVersion,
      id: 'Things Service',
      prefix: 'Things',
      source: 'aws-sdk@2.9.0',
      frozen: true,
      types: [
        [3, '', 'Name! ClientToken Configurations Color Content Tags Since Extra', [-1, -1, 3, 4, -5, 2, -4, -6]],
        [3, 'Configuration', 'Properties Configurations', [2, 3]],
        [2, -1],
        [1, 1],
        [0, 'dark-red', 'green'],
        [3, '', 'Token Old~', [-1, -3]],
        [3, '', 'Size', [-2]],
      ],
      errors: [],
      actions: { forget: [-9, -9, []], putThing: [0, 6, []], reset: [5, -9, []] },
      deprecated: ['forget'],
    });
    assert.deepEqual(encoded.docs, { lines: ['The name.', 'Forgets all.', 'Keeps a thing.'], places: ['+1 - - - - - - -', '', '', '', '', '', '', '+2 -'] });
  });

  test('a list that holds itself has its place before what is in it is known', () => {
    const nested = { ...sdk, 'clients/things.d.ts': sdk['clients/things.d.ts'].replace('color?: Color;', 'nested?: Nested;') };
    const { data } = withPackage(nested, (folder) => encode((servicesOf(folder).get('Things Service') ?? assert.fail())(), [], []));
    const at = data.types.findIndex(([kind, of], index) => kind === 1 && of === index);
    assert.ok(at > 0, JSON.stringify(data.types));
    assert.match(String(data.types[0]?.[2]), / Nested /);
  });
});
