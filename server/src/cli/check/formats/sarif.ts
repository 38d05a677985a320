// SARIF 2.1.0, which code scanning services read. Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { documented, rulePage } from '../../../rules/page';
import type { Severity } from '../../../rules/rule';
import type { Host } from '../../command';
import type { CheckedFile, Place, Report, ReportedProblem } from '../report';
import { Catalog } from '../../../services/catalog';

const sarifLevels: Record<Severity, Result.level> = { error: 'error', warning: 'warning', info: 'note', hint: 'none' };
const root = '%SRCROOT%';

export function sarif(report: Report, { cwd, version }: Host): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'stepwise', semanticVersion: version, rules: documented.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { uri: pathToFileURL(`${cwd}/`).href } },
        invocations: [
          {
            executionSuccessful: report.troubles.length === 0,
            toolExecutionNotifications: report.troubles.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        artifacts: report.files.map((file) => ({ location: artifact(file) })),
        results: report.files.flatMap((file) => file.problems.map((problem) => result(file, problem))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(rule: (typeof documented)[number]): ReportingDescriptor {
  const { code, severity, docs } = rule;
  return {
    id: code,
    shortDescription: { text: docs.what },
    fullDescription: { text: docs.why },
    help: { text: `${docs.what}\n\n${docs.why}`, markdown: rulePage(rule, Catalog.empty()) },
    helpUri: docs.source,
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function result(file: CheckedFile, problem: ReportedProblem): Result {
  const { rule, severity, message, location, aws, related } = problem;
  return {
    ruleId: rule.code,
    ruleIndex: documented.indexOf(rule),
    level: sarifLevels[severity],
    message: { text: message },
    locations: [{ ...physical(file, problem), ...(location && { logicalLocations: [{ fullyQualifiedName: location }] }) }],
    ...(related.length > 0 && { relatedLocations: related.map((place, id) => ({ id, ...physical(file, place), message: { text: place.message } })) }),
    ...(aws && { properties: { aws } }),
  };
}

function physical(file: CheckedFile, { start, end }: Place): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}

/** An address relative to where the command was called; whole for what lies elsewhere. */
function artifact({ path, absolute }: CheckedFile): { uri: string; uriBaseId?: string } {
  const isInside = !path.startsWith('/') && !/^[a-z]:/i.test(path);
  return isInside ? { uri: path.replace(/[<>]/g, '').split('/').map(encodeURIComponent).join('/'), uriBaseId: root } : { uri: pathToFileURL(absolute).href };
}
