// Which files have mocks, and what lies beside them, by their names alone.
import { awsMockFile, definitionEnds, mockEnds } from '../spec/mocks';

/** True for a file with mocks: `order.asl.mocks.yaml`, or AWS's own. */
export function isMockFile(path: string): boolean {
  return isAwsMockFile(path) || mockEnds.some((end) => path.endsWith(end));
}

/** True for the file of AWS's own tool. */
export function isAwsMockFile(path: string): boolean {
  return nameOf(path) === awsMockFile;
}

/** The paths or addresses that the definition of a file with mocks may have; none for AWS's own file, which has its machines by name. */
export function definitionsBeside(mocks: string): string[] {
  const end = mockEnds.find((each) => mocks.endsWith(each));
  return end ? definitionEnds.map((each) => `${mocks.slice(0, -end.length)}${each}`) : [];
}

/** The paths or addresses that the mocks of a definition may have. */
export function mocksBeside(definition: string): string[] {
  const end = definitionEnds.find((each) => definition.endsWith(each));
  return end ? mockEnds.map((each) => `${definition.slice(0, -end.length)}${each}`) : [];
}

/** What the machine of a file is called: `order` for `order.asl.json` and for `order.asl.mocks.yaml`. */
export function machineName(path: string): string {
  const name = nameOf(path);
  const end = [...mockEnds, ...definitionEnds].find((each) => name.endsWith(each));
  return end ? name.slice(0, -end.length) : name;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
