// Addresses in the AWS console for what a definition names in full. Where a deployment fills in a part of a name there is none.
import type { DocumentLink } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';

const arn = /arn:(aws|aws-cn|aws-us-gov):(lambda|states):([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:(function|stateMachine|activity):([\w-]+)(?::(\$LATEST|[\w-]+))?(?![\w$:{<-])/g;
const object = /s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/([^\s"'\\{}<>$]*))?(?=["'\s\\]|$)/g;

/** Functions, state machines, activities and places in S3. */
export function links(document: AslDocument): DocumentLink[] {
  return document.definitions.flatMap(({ host: { span } }) => {
    const text = document.text.slice(span.start, span.end);
    const found: DocumentLink[] = [];
    const add = (index: number, length: number, target: string, tooltip: string): void => {
      const start = span.start + index;
      found.push({ range: document.range({ start, end: start + length }), target, tooltip });
    };
    for (const { 0: all, 1: partition = '', 3: region = '', 4: what = '', 5: name = '', 6: qualifier, index } of text.matchAll(arn)) {
      const [target, tooltip] = consoleOf(all, hosts[partition] ?? '', region, what, name, qualifier);
      add(index, all.length, target, tooltip);
    }
    for (const { 0: all, 1: bucket = '', 2: key = '', index } of text.matchAll(object)) {
      add(index, all.length, `https://console.aws.amazon.com/s3/buckets/${bucket}${key === '' ? '' : `?prefix=${encodeURIComponent(key)}`}`, 'Open in the S3 console');
    }
    return found;
  });
}

const hosts: Partial<Record<string, string>> = { aws: 'console.aws.amazon.com', 'aws-cn': 'console.amazonaws.cn', 'aws-us-gov': 'console.amazonaws-us-gov.com' };

function consoleOf(all: string, host: string, region: string, what: string, name: string, qualifier: string | undefined): [target: string, tooltip: string] {
  switch (what) {
    case 'function': {
      const version = qualifier === undefined || qualifier === '$LATEST' ? '' : /^\d+$/.test(qualifier) ? `/versions/${qualifier}` : `/aliases/${qualifier}`;
      return [`https://${region}.${host}/lambda/home?region=${region}#/functions/${name}${version}`, `Open the function "${name}" in the Lambda console`];
    }
    case 'stateMachine':
      return [`https://${region}.${host}/states/home?region=${region}#/statemachines/view/${all.slice(0, all.length - (qualifier === undefined ? 0 : qualifier.length + 1))}`, `Open the state machine "${name}" in the Step Functions console`];
    default:
      // The console's own way from an ARN to its page.
      return [`https://${host}/go/view?arn=${encodeURIComponent(all)}`, `Open the activity "${name}" in the AWS console`];
  }
}
