// What is known of AWS's services, as a page: made from the models themselves.
import { sdkServices } from '../server/src/services/catalog';
import { services as integrations } from '../server/src/spec/integrations';
import { services } from '../test/support/services';

/** The text of `docs/services.md`. */
export function servicesPage(): string {
  const known = sdkServices.flatMap((name) => {
    const service = services.get(name);
    return service ? [{ name, service }] : [];
  });
  const old = known.filter(({ service }) => service.isOld);
  const missing = sdkServices.filter((name) => !known.some((each) => each.name === name));
  const count = (of: typeof known): string => of.reduce((sum, { service }) => sum + service.actionNames.length, 0).toLocaleString('en-US');
  const optimized = Object.entries(integrations).map(([service, { actions }]) => `\`${service}\` (${Object.keys(actions).join(', ')})`);
  const rows = known.map(({ name, service }) => `| \`${name}\` | ${service.data.id} | ${service.actionNames.length} | ${service.source} |`);
  return `<!-- Made by npm run docs from server/data. -->

# What is known of AWS's services

What a Task can call, what the call takes and gives, and which errors it raises, for ${known.length} services with ${count(known)} actions. It comes with the extension:
no network and no account is needed.

## Where it is from

From the type declarations of the AWS SDK for JavaScript, which AWS publishes under the Apache License 2.0; nothing of the packages runs.

- ${known.length - old.length} services come from a package of their own, \`@aws-sdk/client-…\`, which AWS keeps up. The table has the version of each.
- ${old.length} services come from \`aws-sdk\`, version 2, which has stood still since September 2024. They may have grown since, so what is found with them is information and no warning.
- Optimized integrations have the shapes of the same services, with the differences that the Step Functions Developer Guide tells of. \`http\` and some of EKS, EMR, Bedrock and API Gateway are from the guide alone.
- Which services there are at all is the list of the guide at the end of 2025. Newer ones may be missing.

Not known are lengths, ranges and patterns of values: the declarations don't have them. Actions that stream, and those that the guide excepts, are known by name and nothing more.

## Without a model

Step Functions calls these too, but the packages at hand have nothing on them, so their arguments are not checked:
${missing.map((name) => `\`${name}\``).join(', ')}.

## Bringing it up to date

1. Raise the versions in \`scripts/models/inputs/package.json\`, and \`npm install --package-lock-only --ignore-scripts\` in that folder. A service moves from the old SDK to a package of its own by an entry there.
2. New services, those that are not offered, and names that people mistake go into \`scripts/models/services.json\`; optimized integrations into \`scripts/models/optimized.ts\`. Both follow the developer guide.
3. \`npm run models\` installs the packages (about 1 GB, beside the project's own), writes \`server/data\` anew and then this page. From the same packages it always makes the same bytes.
4. \`npm run test:unit\` says whether anything vanished: services, actions, members that a person wrote down. \`npm run corpus\` shows what is found on real definitions now.

The tests know without the packages whether the files are what was made: \`scripts/models/checksums.json\` has sums of the inputs, the generator and the files. Where the packages are installed they make all of it again and compare.

## Optimized integrations

${optimized.join(', ')}.

## Services of AWS SDK integrations

| in a resource | service | actions | read from |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
