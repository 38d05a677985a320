// Where AWS documents an action.
import type { Service } from './service';

/** The guide's list of Step Functions' own integrations. */
const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html';

/**
 * The page about an action: that of the SDK which its model was read from, or of Step Functions where the request is its own.
 *
 * @param action its name, or `service:action`
 * @returns `undefined` where no address is sure to be right
 */
export function referencePage({ data }: Service, action: string): string | undefined {
  const name = action.slice(action.indexOf(':') + 1);
  if (!Object.hasOwn(data.actions, name)) {
    return action.includes(':') ? guide : undefined;
  }
  const client = /^@aws-sdk\/client-([\w-]+)@/.exec(data.source)?.[1];
  return client && `https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/${client}/command/${name.charAt(0).toUpperCase()}${name.slice(1)}Command/`;
}
