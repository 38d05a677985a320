// The cases in the text of a file with mocks, each with its places in it. Nothing of VS Code is in here.
import type { Json } from '../../../server/src/expressions/value';
import { isAwsMocks } from '../../../server/src/simulator/mocks/aws';
import { testCasesIn, type TestCase } from '../../../server/src/simulator/cases/run-case';
import { notationOf } from '../../../server/src/syntax/notation';
import { parse } from '../../../server/src/syntax/parse';
import { member, toValue, type Node, type ObjectProperty } from '../../../server/src/syntax/tree';
import type { Span } from '../../../server/src/text/span';

export interface FoundCase {
  readonly testCase: TestCase;
  /** As it is written. */
  readonly label: string;
  /** Whose case it is, in AWS's file. */
  readonly machine?: string;
  /** From its name to its end. */
  readonly span: Span;
  /** What is expected, by the names of the aspects; the case's name stands for what is not written. */
  expectationAt(aspect: string | undefined): Span;
  /** Why it can't be run. */
  readonly trouble?: string;
}

export interface FoundCases {
  readonly data: Json;
  readonly cases: readonly FoundCase[];
  /** What stands above all of them; `undefined` where nothing does. */
  readonly heading: Span | undefined;
  /** Why none of them can be run as the file stands. */
  readonly trouble?: string;
}

/** Reads a file, also one that is just being typed: what can be read of it is there. */
export function findCases(path: string, text: string): FoundCases {
  const { root, problems } = parse(text, notationOf(path, text));
  const data = toValue(root) as Json;
  const [problem] = problems;
  const cases = isAwsMocks(data) ? awsCases(root, data) : ownCases(root, data);
  const list = member(root, 'cases');
  const trouble = problem
    ? `The file can't be read as it is: ${problem.message}`
    : list && list.kind !== 'object' && !isAwsMocks(data)
      ? '"cases" needs an object: the name of each case, and below it input, mocks and expect.'
      : undefined;
  const heading = propertiesOf(root).findLast(({ key }) => key.value === (isAwsMocks(data) ? 'StateMachines' : 'cases'))?.key;
  return { data, cases, heading, ...(trouble === undefined ? {} : { trouble }) };
}

function ownCases(root: Node | undefined, data: Json): FoundCase[] {
  return pairs(testCasesIn(data), propertiesOf(member(root, 'cases')), ({ name }) => name).map(({ testCase, written }) => {
    const expect = written.value?.kind === 'object' ? propertiesOf(written.value).findLast(({ key }) => key.value === 'expect') : undefined;
    const isEmpty = written.value === undefined || written.value.kind === 'null';
    return {
      testCase,
      label: testCase.name,
      span: written,
      expectationAt: (aspect) => propertiesOf(expect?.value).findLast(({ key }) => key.value === aspect) ?? expect?.key ?? written.key,
      ...(written.value?.kind === 'object' || isEmpty ? {} : { trouble: 'A case needs an object with input, mocks and expect; each can be left out.' }),
    };
  });
}

function awsCases(root: Node | undefined, data: Json): FoundCase[] {
  return propertiesOf(member(root, 'StateMachines')).flatMap(({ key: { value: machine }, value }) =>
    pairs(testCasesIn(data, machine), propertiesOf(member(value, 'TestCases')), ({ name }) => name.slice(machine.length + 1)).map(({ testCase, written }) => ({
      testCase,
      label: written.key.value,
      machine,
      span: written,
      expectationAt: () => written.key,
    })),
  );
}

/** Where a name is repeated, the last one counts. */
function pairs(cases: readonly TestCase[], properties: readonly ObjectProperty[], nameOf: (testCase: TestCase) => string): { readonly testCase: TestCase; readonly written: ObjectProperty }[] {
  return cases.flatMap((testCase) => {
    const written = properties.findLast(({ key }) => key.value === nameOf(testCase));
    return written ? [{ testCase, written }] : [];
  });
}

function propertiesOf(node: Node | undefined): readonly ObjectProperty[] {
  return node?.kind === 'object' ? node.properties : [];
}
