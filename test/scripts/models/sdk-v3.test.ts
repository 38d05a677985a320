// From the type declarations of a client of the current SDK to what is written down of its service.
import assert from 'node:assert/strict';
import { formatVersion } from '../../../server/src/services/format';
import { encode } from '../../../scripts/models/encode';
import { readClient } from '../../../scripts/models/sdk-v3';
import { withPackage } from './package';

/** A service that keeps things, with some of everything that clients declare. */
const client = {
  'package.json': '{ "name": "@aws-sdk/client-things", "version": "3.1.0" }',
  'dist-es/runtimeConfig.shared.js': 'export const getRuntimeConfig = (config) => ({ serviceId: config?.serviceId ?? "AWS Things" });',
  'dist-types/models/index.d.ts': 'export * from "./models_0"; export interface NotRead { }',
  'dist-types/models/enums.d.ts': `
    /** @enum */
    export declare const Color: {
        readonly DARK_RED: "dark-red";
        readonly GREEN: "green";
    };
    export type Color = (typeof Color)[keyof typeof Color];
  `,
  'dist-types/models/errors.d.ts': `
    import { ThingsServiceException as __BaseException } from "./ThingsServiceException";
    /** <p>Thrown.</p> */
    export declare class NoSuchThing extends __BaseException { readonly name: "NoSuchThing"; }
  `,
  'dist-types/models/models_0.d.ts': `
    import type { DocumentType as __DocumentType } from "@smithy/types";
    import type { Color } from "./enums";
    /** @public */
    export interface PutThingRequest {
        /**
         * <p>The <code>name</code> &amp; nothing else. It is unique.</p>
         * @public
         */
        name: string | undefined;
        /** <p>Filled in by the SDK.</p> */
        clientToken?: string | undefined;
        Color?: Color | undefined;
        /**
         * @deprecated Use Color.
         */
        Tint?: Color | undefined;
        Value?: Value | undefined;
        DBSizes?: Record<string, number> | undefined;
        Since?: Date | undefined;
        Extra?: __DocumentType | undefined;
        IsOld?: boolean | undefined;
        Body?: StreamingBlobTypes | undefined;
    }
    export interface PutThingResponse {
        Thing: Thing | undefined;
    }
    /** Holds itself. */
    export interface Thing {
        Parts?: Thing[] | undefined;
        /** Only the answer has it. */
        Size?: bigint | undefined;
    }
    export type Value = Value.SSMember | Value.MMember | Value.$UnknownMember;
    export declare namespace Value {
        /** <p>Texts.</p> */
        interface SSMember { SS: string[]; M?: never; $unknown?: never; }
        /** <p>More values.</p> */
        interface MMember { SS?: never; M: Record<string, Value>; $unknown?: never; }
        interface $UnknownMember { SS?: never; M?: never; $unknown: [string, any]; }
        interface Visitor<T> { SS: (value: string[]) => T; M: (value: Record<string, Value>) => T; }
    }
    export interface WatchThingsResponse { Events: AsyncIterable<Thing> | undefined; }
  `,
  'dist-types/commands/PutThingCommand.d.ts': command(
    'PutThing',
    'interface PutThingCommandInput extends Omit<PutThingRequest, "Body"> { Body?: StreamingBlobPayloadInputTypes; }',
    'interface PutThingCommandOutput extends PutThingResponse, __MetadataBearer {}',
    `
     * <p>Keeps a thing. Then it is <i>kept</i>.</p>
     * @example
     * const command = new PutThingCommand(input);
     * @throws {@link NoSuchThing} (client fault)
     *  <p>There is none.</p>
     * @throws {@link DBLockedFault} (server fault)
     * @throws {@link ThingsServiceException}
     * <p>Base exception class for all service exceptions from Things service.</p>
    `,
  ),
  'dist-types/commands/ForgetCommand.d.ts': command('Forget', 'interface ForgetCommandInput {}', 'interface ForgetCommandOutput extends __MetadataBearer {}', '* <p>Forgets all.</p>\n * @deprecated it does nothing'),
  'dist-types/commands/WatchThingsCommand.d.ts': command('WatchThings', 'interface WatchThingsCommandInput {}', 'type WatchThingsCommandOutput = WatchThingsResponse & __MetadataBearer;', '* Streams.'),
  'dist-types/commands/BuildCommand.d.ts': command('Build', 'type BuildCommandInputType = Thing;\nexport interface BuildCommandInput extends BuildCommandInputType {}', 'interface BuildCommandOutput extends Thing, __MetadataBearer {}', '* Not offered.'),
};

function command(name: string, input: string, output: string, comment: string): string {
  return `export ${input}\nexport ${output}\ndeclare const ${name}Command_base: { new (input: ${name}CommandInput): object; };\n/**\n ${comment.trim()}\n */\nexport declare class ${name}Command extends ${name}Command_base {}\n`;
}

suite('a client of the AWS SDK v3', () => {
  test('as its service is written down', () => {
    const { data } = withPackage(client, (folder) => encode(readClient(folder), ['Build'], []));
    assert.deepEqual(data, {
      format: formatVersion,
      id: 'AWS Things',
      prefix: 'Things',
      source: '@aws-sdk/client-things@3.1.0',
      types: [
        [3, '', 'Name! ClientToken Color Tint~ Value DbSizes=DBSizes Since Extra IsOld Body', [-1, -1, 1, 1, 2, 5, -4, -6, -3, -5]],
        [0, 'dark-red', 'green'],
        [4, 'Value', 'Ss=SS M', [3, 4]],
        [1, -1],
        [2, 2],
        [2, -2],
        [3, '', 'Thing!', [7]],
        [3, 'Thing', 'Parts Size', [8, -2]],
        [1, 7],
      ],
      errors: ['NoSuchThingException', 'DbLockedException'],
      actions: { forget: [-9, -9, []], putThing: [0, 6, [0, 1]] },
      unsupported: ['build', 'watchThings'],
      deprecated: ['forget'],
    });
  });

  test('a line about each action and each member of a request, and no line twice', () => {
    const { docs } = withPackage(client, (folder) => encode(readClient(folder), ['Build'], []));
    assert.deepEqual(docs, {
      lines: ['The name & nothing else.', 'Filled in by the SDK.', 'Texts.', 'More values.', 'Forgets all.', 'Keeps a thing.'],
      places: ['+2 - - - - - - - -', '', '+2', '', '', '', '', '', '', '+2'],
    });
  });

  test('one that does not name its service is an error, and so is a type that is nowhere declared', () => {
    assert.throws(() => withPackage({ ...client, 'dist-es/runtimeConfig.shared.js': '' }, readClient), /@aws-sdk\/client-things does not name its service/);
    assert.throws(() => withPackage({ ...client, 'dist-types/models/enums.d.ts': '' }, (folder) => encode(readClient(folder), [], [])), /there is no type "Color"/);
  });
});
