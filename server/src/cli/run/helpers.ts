// What mocks can ask of the command line: the answers of services by their models, and functions of one's own where that is allowed.
import { dirname, isAbsolute, relative } from 'node:path';
import { callHandler } from '../../handlers/call';
import { defaultAnswer } from '../../simulator/mocks/default-answer';
import type { MockHelpers } from '../../simulator/mocks/mocks';
import type { Host } from '../command';
import { servicesFromDisk } from '../services';

/**
 * @param mocks the path of the file with mocks, which functions are found from
 * @param allowsHandlers whether the person has said that code may run
 */
export function helpersFor(mocks: string | undefined, allowsHandlers: boolean, host: Host): MockHelpers {
  const services = servicesFromDisk((message) => {
    host.complain(message);
  });
  const folder = mocks === undefined ? host.cwd : dirname(mocks);
  return {
    defaultAnswer: ({ resource, arguments: given }) => defaultAnswer(resource, given, services),
    ...(allowsHandlers && { callHandler: async (handler, event) => callHandler(handler, event, { folder, root: isInside(folder, host.cwd) ? host.cwd : folder, print: (text) => void process.stderr.write(text) }) }),
  };
}

function isInside(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return !way.startsWith('..') && !isAbsolute(way);
}
